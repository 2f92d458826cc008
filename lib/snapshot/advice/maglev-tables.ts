import { nodePortOn } from '@/lib/cilium/fields/features';
import { usesMaglev } from '@/lib/cilium/maglev/uses-maglev';
import type { FrontendView } from '../frontend-view';
import { serviceKey } from '../names/name-index';
import type { AdviceFacts, AdvisedAgent } from './advice-facts';
import { activeBackendCount } from './active-backends';
import { runningValue } from './running-value';

/** A row with a table of its own, and the backends in it. */
export type MaglevRow = { frontend: FrontendView; backendCount: number };

/** Agents that make tables of one size for the same rows. */
export type MaglevGroup = { agents: [AdvisedAgent, ...AdvisedAgent[]]; size: number; rows: MaglevRow[] };

/** Gives what agents have tables for; those whose table size or algorithm is not known are left out. */
export function maglevGroups(facts: AdviceFacts): MaglevGroup[] {
  const byKind = new Map<string, [AdvisedAgent, ...AdvisedAgent[]]>();
  for (const agent of facts.agents) {
    if (nodePortOn(agent.status) !== true) continue;
    const values = [
      'bpf-lb-maglev-table-size',
      'bpf-lb-algorithm',
      'bpf-lb-algorithm-annotation',
      'bpf-lb-external-clusterip',
    ].map((key) => runningValue(agent, key));
    const kind = JSON.stringify(values);
    const group = byKind.get(kind);
    if (group === undefined) byKind.set(kind, [agent]);
    else group.push(agent);
  }
  return [...byKind.values()].flatMap((agents) => {
    const size = Number(runningValue(agents[0], 'bpf-lb-maglev-table-size') ?? NaN);
    const algorithm = runningValue(agents[0], 'bpf-lb-algorithm');
    if (!Number.isSafeInteger(size) || (algorithm !== 'maglev' && algorithm !== 'random')) return [];
    return [{ agents, size, rows: rowsOf(facts, agents, algorithm) }];
  });
}

function rowsOf(
  { frontends, services }: AdviceFacts,
  agents: readonly [AdvisedAgent, ...AdvisedAgent[]],
  algorithm: 'maglev' | 'random',
): MaglevRow[] {
  const nodes = new Set(agents.map(({ node }) => node));
  const heeds = runningValue(agents[0], 'bpf-lb-algorithm-annotation') === 'true';
  const externalClusterIP = runningValue(agents[0], 'bpf-lb-external-clusterip') === 'true';
  if (algorithm === 'random' && !heeds) return [];
  const annotated = new Map(
    (heeds ? (services ?? []) : []).flatMap((service) => {
      const word = service.annotations['service.cilium.io/lb-algorithm']?.toLowerCase();
      return word === 'maglev' || word === 'random' ? [[serviceKey(service), word] as const] : [];
    }),
  );
  return frontends.flatMap((frontend) => {
    const { service } = frontend;
    const annotation = service === null ? null : (annotated.get(serviceKey(service)) ?? null);
    if (!usesMaglev(frontend, { algorithm, annotation, externalClusterIP })) return [];
    if (!frontend.nodes.some((node) => nodes.has(node))) return [];
    return [{ frontend, backendCount: activeBackendCount(frontend, nodes) }];
  });
}
