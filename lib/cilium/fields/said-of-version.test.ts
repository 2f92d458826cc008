import { describe, expect, it } from 'vitest';
import type { AgentStatus } from '../agent-status';
import type { Release } from '../agent-version';
import { fields } from './catalogue';
import { contextOf, statuses, version, versions } from './catalogued-agents.fixture';
import { costsOf } from './field-entry';
import { fieldIds } from './field-id';
import { tell } from './passage';
import { inSpan } from './version-span';

/** The statuses an agent of that version can report: dispatch is not reported before 1.15. */
function reportedBy(of: Release | null): AgentStatus[] {
  const dispatch = inSpan(of, { since: '1.15' });
  return statuses.filter(
    ({ kubeProxyReplacement }) => dispatch || kubeProxyReplacement?.features.nodePort?.dsrMode === undefined,
  );
}

/** Everything the catalogue says to a reader whose agent has that version; the history under `versions` is apart. */
function saidOf(text: string): { where: string; sentence: string }[] {
  const context = contextOf(text);
  return fieldIds.flatMap((id) => {
    const entry = fields[id];
    // A line that this version does not print is explained as what other versions have.
    if (!entry.printed.some((span) => inSpan(context.version, span))) return [];
    const general = [
      ...tell([entry.what, ...entry.why, ...entry.prerequisites], context.version, 'expert'),
      ...reportedBy(context.version).flatMap((status) =>
        tell(costsOf(entry, status), context.version, 'expert'),
      ),
      ...entry.misunderstood
        .filter((one) => inSpan(context.version, one))
        .map(({ claim, truth, expert }) => `${claim} ${truth} ${expert ?? ''}`),
      ...entry.settings
        .filter((one) => inSpan(context.version, one))
        .map(({ helm, key, values, note }) => [helm ?? '', key, ...values, note ?? ''].join(' ')),
    ];
    return general.map((sentence) => ({ where: `${text} ${id}`, sentence }));
  });
}

describe('field catalogue', () => {
  /** Words, and the versions whose agents know the thing. */
  const terms: [RegExp, string | undefined, string | undefined][] = [
    [/geneve/i, '1.14', undefined],
    [/best-effort/i, '1.15', undefined],
    [/cilium-dbg/, '1.15', undefined],
    [/annotation/i, '1.17', undefined],
    [/enable-k8s-terminating-endpoint/, '1.11', '1.17'],
    [/enable-node-port|enable-host-port|enable-external-ips|enable-session-affinity/, undefined, '1.18'],
    [/enable-host-reachable-services|hostServices/, undefined, '1.11'],
    [/bpf-lb-sock$|bpf-lb-sock /, '1.12', undefined],
    [/bpf-lb-nat46x64/, '1.18', undefined],
    [/gatewayAPI/, '1.20', undefined],
    [/\bstrict partial\b|\bprobe\b/, undefined, '1.13'],
  ];

  it.each(versions)('says nothing of %s that this version does not have', (text) => {
    for (const { where, sentence } of saidOf(text))
      for (const [term, since, until] of terms)
        if (!inSpan(version(text), { since, until })) expect(sentence, where).not.toMatch(term);
  });
});
