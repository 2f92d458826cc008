import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseStatus } from '../parse-status';
import { parseAgentVersion } from '../agent-version';
import { fields } from './catalogue';
import { readDetailsBlock } from './details-block';
import type { FieldContext } from './field-context';
import { fieldIds } from './field-id';
import { tell } from './passage';

const shared = '../shared';
const outputs = existsSync(shared)
  ? [
      ...globSync(`${shared}/vectors/status/*.txt`),
      ...globSync(`${shared}/vectors/agent/**/status-verbose.txt`),
      ...globSync(`${shared}/captures/*-status-verbose-*.txt`),
    ]
  : [];
if (outputs.length === 0) process.stdout.write(`skipped: no recorded outputs in ${shared}\n`);

function contextOf(version: string | undefined): FieldContext {
  return {
    node: 'node-1',
    nodeIP: null,
    version: parseAgentVersion(version ?? ''),
    namespace: 'kube-system',
    pod: 'p',
    container: 'c',
    daemonSet: null,
    binary: null,
    outside: null,
    byType: {},
  };
}

/** Values that were never printed by a released agent: a pre-release, or made up by the author of the text. */
const unreleased = /^(Annotation|Testing-Only|Unknown)$/;

describe.skipIf(outputs.length === 0)('recorded outputs', () => {
  it('every value read from them has a sentence', () => {
    let values = 0;
    for (const path of outputs) {
      const status = parseStatus(readFileSync(path, 'utf8'));
      if (status.kubeProxyReplacement === undefined) continue;
      const context = contextOf(status.cilium?.msg?.split(' ')[0]);
      for (const id of fieldIds) {
        const value = fields[id].value(status);
        if (value.state === 'not-reported' || unreleased.test(value.text)) continue;
        values += 1;
        const said = tell(fields[id].meaning(status, context), context.version);
        expect(said.length, `${path} ${id}`).toBeGreaterThan(0);
        expect(said.join(' '), `${path} ${id} ${value.text}`).not.toMatch(
          /not known here|undefined|\(empty\)/,
        );
      }
    }
    expect(values).toBeGreaterThan(1_000);
  });

  it('the value shown for a line is the one printed on it', () => {
    for (const path of outputs.filter((one) => one.includes('/vectors/'))) {
      const text = readFileSync(path, 'utf8');
      const status = parseStatus(text);
      for (const { kind, field, value } of readDetailsBlock(text) ?? []) {
        if (kind !== 'field' || field === null || fields[field].path === null) continue;
        const printed = value
          .trim()
          .replace(/ +/g, ' ')
          .replace(/ ?,(?=$| )/g, ',')
          .replace(/,$/, '');
        // A head (`NAT46/64 Support:`, `Annotations:`) has its values in the lines below it.
        if (printed === '') continue;
        expect(fields[field].value(status).text, `${path} ${field}`).toBe(printed);
      }
    }
  });
});
