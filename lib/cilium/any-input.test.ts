import fc from 'fast-check';
import { test } from 'vitest';
import { classifyAgentAnswer } from './agent-error';
import { parseReport } from './parse-report';
import { parseServiceList } from './parse-service-list';
import { parseStatus } from './parse-status';

test('anything at all is read without throwing, by every reader', () => {
  const question = fc.constantFrom('status' as const, 'service-list' as const, 'other' as const);
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 400 }),
      question,
      fc.integer({ min: -1, max: 255 }),
      (text, kind, code) => {
        parseServiceList(text);
        parseStatus(text);
        parseReport('service-list', text);
        parseReport('status', text);
        classifyAgentAnswer({ question: kind, stdout: text, stderr: text, exitCode: code < 0 ? null : code });
      },
    ),
    { numRuns: 3000 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      parseServiceList(bytes);
      parseStatus(bytes);
    }),
    { numRuns: 2000 },
  );
});

test('JSON of any shape is read without throwing', () => {
  const keys = fc.constantFrom(
    'spec',
    'status',
    'realized',
    'frontend-address',
    'backend-addresses',
    'ip',
    'flags',
    'features',
    'kube-proxy-replacement',
    'cilium',
    'controllers',
    'ipam',
    'hubble',
    'cluster-mesh',
    'bpf-maps',
    'maps',
    'nodePort',
    '__proto__',
  );
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.jsonValue({ maxDepth: 1 }),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(keys, tie('tree'), { maxKeys: 6 }),
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      const text = JSON.stringify(value);
      parseServiceList(text);
      parseStatus(text);
      parseStatus(JSON.stringify(value, null, 2).slice(0, -3));
    }),
    { numRuns: 3000 },
  );
});
