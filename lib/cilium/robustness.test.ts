import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classifyAgentAnswer } from './agent-error';
import { parseReport } from './parse-report';
import { parseServiceList } from './parse-service-list';
import { parseStatus } from './parse-status';
import { statusSections } from './status-text-sections';

const shared = join(process.cwd(), '..', 'shared');
const folders = [
  'captures',
  'vectors/agent/settings/dual-stack-dsr',
  'vectors/agent/settings/both-annotations',
];
if (!existsSync(shared))
  process.stderr.write(`no real outputs in ${shared}: mutating our own samples only\n`);

const ownSamples = [
  'ID   Frontend               Service Type   Backend\n' +
    '1    10.96.0.1:443/TCP      ClusterIP      1 => 172.18.0.3:6443/TCP (active)\n' +
    '9    [fd00:10:96::a]:53/i   NodePort       1 => [fd00::7]:53/UDP (terminating) (preferred)\n',
  'KubeProxyReplacement:   True   [eth0  192.0.2.11 (Direct Routing)]\nMasquerading:   BPF   [eth0]   10.0.0.0/8 [IPv4: Enabled, IPv6: Disabled]\n' +
    'KubeProxyReplacement Details:\n  Status:   True\n  - NodePort:   Enabled (Range: 30000-32767) \n',
  '[{"spec":{"id":1},"status":{"realized":{"id":1,"frontend-address":{"ip":"10.96.0.1","port":443},"flags":{"type":"ClusterIP"},"backend-addresses":[{"ip":"10.0.0.1","port":6443}]}}}]',
  '{"kube-proxy-replacement":{"mode":"True","deviceList":[{"ip":["","192.0.2.11"],"name":"eth0"}],"features":{"nodePort":{"enabled":true,"mode":"SNAT"}}}}',
];

/** Small outputs only: what counts is how many are tried, not how much they say. */
const samples = [
  ...ownSamples,
  ...folders
    .filter((folder) => existsSync(join(shared, folder)))
    .flatMap((folder) =>
      readdirSync(join(shared, folder))
        .filter((file) => /status|service-list|error/.test(file))
        .map((file) => readFileSync(join(shared, folder, file), 'utf8'))
        .filter((text) => text.length < 7000),
    ),
];

/** A small generator of its own, so that a failure can be run again. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 0x100000000) * below);
  };
}

const fragments = [
  ...[
    '\n',
    '\r\n',
    '\t',
    '   ',
    '',
    '\0',
    '…',
    '\u2028',
    '=>',
    '1 => ',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '"',
    '\\',
    ',',
    ':',
    '/',
    '@',
  ],
  ...[
    '/TCP',
    '(active)',
    '(',
    '()',
    '10.0.0.1:80',
    '999.1.1.1:70000',
    '[::]:1/i',
    '- ',
    '  ',
    '└',
    '├── ',
    'Enabled',
    '#',
    '...',
    '[...]',
  ],
  ...[
    'null',
    '-1',
    '1e999',
    '__proto__',
    'Services:',
    'KubeProxyReplacement:',
    'Cluster health:',
    'ID   Frontend   ',
  ],
];

function mutate(text: string, random: (below: number) => number): string {
  const at = random(text.length + 1);
  const length = random(12);
  switch (random(6)) {
    case 0:
      return text.slice(0, at);
    case 1:
      return text.slice(0, at) + text.slice(at + length);
    case 2:
      return text.slice(0, at) + (fragments[random(fragments.length)] ?? '') + text.slice(at);
    case 3:
      return text.slice(0, at) + (fragments[random(fragments.length)] ?? '') + text.slice(at + length);
    case 4:
      return text.slice(0, at) + text.slice(at, at + length * 9).repeat(2) + text.slice(at);
    default:
      return text.slice(0, at) + String.fromCharCode(random(65536)) + text.slice(at + 1);
  }
}

const mutationCount = 100_000;

test(`${mutationCount} mutations of real outputs are read without throwing, and told of within bounds`, () => {
  const random = seeded(20260601);
  for (let round = 0; round < mutationCount; round += 1) {
    let text = samples[random(samples.length)] ?? '';
    for (let count = 1 + random(3); count > 0; count -= 1) text = mutate(text, random);
    const read = round % 2 === 0 ? parseServiceList(text) : parseStatus(text);
    const lineCount = text.split('\n').length;
    for (const { line, text: unparsed, reason } of read.unparsed) {
      if (line < 1 || line > lineCount || unparsed.length > 401 || reason === '') {
        expect.fail(`line ${line} of ${lineCount}: ${unparsed} (${reason})`);
      }
    }
  }
}, 60_000);

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

describe('time grows with the length of the input, not with its square', () => {
  const repeated = [
    ' ',
    '\t',
    '\u00a0',
    '\n',
    'a',
    '1',
    '[',
    ']',
    '(',
    '{',
    '"',
    '\\',
    '",',
    ', ',
    ' - ',
    'a  ',
    '1.',
    ':',
    'x, ',
    '[a] ',
    '├── ',
    ' (',
    '#',
  ];
  const starts = [
    '',
    '1    ',
    '1    10.0.0.1:80/TCP   ',
    '1    10.0.0.1:80   ClusterIP   1 => 10.0.0.1:80 (',
    '{"',
    '[{"',
    '[1,',
    '  - ',
    '  ',
  ];
  const labels = [...statusSections.keys()].map((label) => `${label}:   `);
  const values = [
    '',
    'Ok   ',
    'True   [',
    'Enabled   [',
    'Wireguard   [',
    'BPF   [',
    'Network: Native   ',
    '[DEGRADED] ',
    'OK, ',
  ];
  const prefixes = [...starts, ...labels, ...labels.flatMap((label) => values.map((value) => label + value))];
  const inputs = prefixes.flatMap((prefix) => repeated.map((unit) => ({ prefix, unit })));

  const grow = ({ prefix, unit }: { prefix: string; unit: string }, length: number): string =>
    prefix + unit.repeat(Math.ceil(length / unit.length));

  /** What this thread worked, not what the clock says: other processes of a busy machine are none of it. */
  function timeMs(text: string): number {
    const start = process.threadCpuUsage();
    parseServiceList(text);
    parseStatus(text);
    const { user, system } = process.threadCpuUsage(start);
    return (user + system) / 1000;
  }

  test('on single lines and on structures made to trip a reader', () => {
    // A quadratic reader needs seconds for a line like these, a linear one a few milliseconds.
    const limitMs = 150;
    const slow = inputs
      .filter((input) => timeMs(grow(input, 20_000)) > limitMs / 10)
      .filter((input) => Math.min(...[1, 2, 3].map(() => timeMs(grow(input, 80_000)))) > limitMs);
    expect(slow).toEqual([]);
  }, 60_000);

  test('on many lines', () => {
    const lines = [
      '1    10.96.0.1:443/TCP   ClusterIP   1 => 10.0.0.1:80/TCP (active)',
      '2 => x',
      'Kubernetes:   Ok',
      '  Name   1',
      '[...]',
      'Encryption: Wireguard   [a (Pubkey: b, Port: 1, Peers: 2)',
    ];
    for (const line of lines) {
      const shortMs = Math.min(...[1, 2, 3].map(() => timeMs(`${line}\n`.repeat(5_000))));
      const longMs = Math.min(...[1, 2, 3].map(() => timeMs(`${line}\n`.repeat(40_000))));
      // Eight times the lines; a square would be sixty-four times the time.
      expect([line, longMs < 24 * shortMs + 60]).toEqual([line, true]);
    }
  }, 30_000);

  test('on JSON nested without end', () => {
    for (const text of ['['.repeat(200_000), '{"a":'.repeat(100_000), '[{"a":'.repeat(50_000)]) {
      expect(timeMs(text)).toBeLessThan(2000);
    }
  });
});
