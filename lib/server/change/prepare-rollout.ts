import { randomUUID } from 'node:crypto';
import { ConfigWriter } from './config-writer';
import { DaemonSetRestart } from './daemon-set-restart';
import type { ScopeParts } from './prepare-scope';
import { withScope } from './prepare-scope';
import type { RolloutStart } from './rollout-journal';
import { targetOf } from './rollout-target';

/** Reads what a rollout begins from, so that it can go back there. Throws a `KubeError`. */
export async function prepareRollout(
  parts: ScopeParts,
  given: Pick<RolloutStart, 'by' | 'fromAddress' | 'helm'>,
): Promise<RolloutStart> {
  const { connection, source, request, plan, signal } = parts;
  const { namespace, configMap, daemonSet } = targetOf(source, plan.namespace);
  const { data } = await new ConfigWriter(connection, namespace, configMap, signal).read();
  const now = await new DaemonSetRestart(connection, namespace, daemonSet, signal).read();
  const agents = source
    .agents()
    .items.filter((one) => one.namespace === namespace && one.daemonSet === daemonSet);
  const asked = Object.entries(request.changes).map(([key, to]) => ({ key, from: data[key] ?? null, to }));
  const start: RolloutStart = {
    ...given,
    id: randomUUID().slice(0, 8),
    planId: request.planId,
    rollsBackOnFailure: request.rollsBackOnFailure ?? true,
    ...{ namespace, configMap, daemonSet },
    changes: asked.filter(({ from, to }) => from !== to),
    podsBefore: Object.fromEntries(agents.map(({ node, pod }) => [node, pod])),
    strategyBefore: now.strategy,
    restartedBefore: now.restartedAt,
    problemsBefore: source.agreement().problemCount,
  };
  return withScope(start, parts);
}
