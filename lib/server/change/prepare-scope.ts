import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import type { PlanView } from '@/lib/snapshot/plan-view';
import type { RolloutRequest } from '@/lib/snapshot/rollout-view';
import type { AgentSource } from './agent-source';
import { rolloutLabel } from './canary-steps';
import { NodeConfigWriter } from './node-config-writer';
import { OperatorRestart } from './operator-restart';
import type { RolloutStart } from './rollout-journal';
import type { CanaryStart, NodeConfigContent } from './rollout-scope';
import { realisedBy } from './verify-agent';

/** The Deployment of the operator, in every chart (cilium-config.md 4.3). */
export const operatorName = 'cilium-operator';

/** What a rollout is prepared from. */
export type ScopeParts = {
  connection: KubeConnection;
  source: AgentSource;
  request: RolloutRequest;
  plan: PlanView;
  signal: AbortSignal;
};

/**
 * Adds to what is known of a rollout what it concerns beside the ConfigMap: the chosen nodes, earlier canaries, the
 * operator. Throws a `KubeError`.
 */
export async function withScope(start: RolloutStart, parts: ScopeParts): Promise<RolloutStart> {
  const { connection, plan, signal } = parts;
  if (plan.nodes !== null) return canaryStart(start, parts, plan.nodes);
  const { namespace } = start;
  const writer = new NodeConfigWriter(connection, namespace, signal);
  const replaced: NodeConfigContent[] = [];
  for (const name of plan.canary.replaces) {
    const now = await writer.read(name);
    if (now === null) continue;
    const { apiVersion, labels, annotations, spec } = now;
    replaced.push({ apiVersion, name: now.name, labels, annotations, spec });
  }
  const operator =
    plan.blastRadius.operatorKeys.length === 0
      ? null
      : await new OperatorRestart(connection, namespace, operatorName, signal).find();
  return {
    ...start,
    ...(replaced.length > 0 && { replaced }),
    // Where none runs under this name there is none to restart.
    ...(operator !== null && { operator: { name: operatorName, restartedBefore: operator.restartedAt } }),
  };
}

function canaryStart(
  start: RolloutStart,
  { source, request, plan }: ScopeParts,
  nodes: string[],
): RolloutStart {
  const values = plan.changes.map(({ key, to }) => ({ key, to }));
  const keys = values.map(({ key }) => key);
  const before: CanaryStart['before'] = {};
  for (const node of nodes) {
    const { changes } = source.plan({ changes: request.changes, nodes: [node] });
    const ofNode = values.map(({ key, to }): [string, string | null] => {
      // What is no change on this node says already what it shall.
      const now = changes.find((change) => change.key === key)?.now[0];
      return [key, now === undefined ? to : now.isSet ? now.value : null];
    });
    before[node] = Object.fromEntries(ofNode);
  }
  const here = source
    .agents()
    .items.filter(
      ({ namespace, daemonSet }) => namespace === start.namespace && daemonSet === start.daemonSet,
    );
  const others: CanaryStart['others'] = {};
  for (const { node, pod } of here) {
    const agent = nodes.includes(node) ? null : source.agent(node);
    if (agent === null) continue;
    const reported = realisedBy(agent, keys).map(({ key, value }): [string, string | null] => [key, value]);
    others[node] = { pod, reported: Object.fromEntries(reported) };
  }
  const { apiVersion, name, hostnames } = plan.canary.object ?? { apiVersion: '', name: '', hostnames: [] };
  const object: NodeConfigContent = {
    ...{ apiVersion, name },
    labels: { 'app.kubernetes.io/managed-by': 'kpr-explorer', [rolloutLabel]: start.id },
    annotations: {},
    spec: {
      nodeSelector: {
        matchExpressions: [{ key: 'kubernetes.io/hostname', operator: 'In', values: hostnames }],
      },
      defaults: Object.fromEntries(values.flatMap(({ key, to }) => (to === null ? [] : [[key, to]]))),
    },
  };
  const [first = ''] = nodes;
  return {
    ...start,
    changes: values.map(({ key, to }) => ({ key, from: before[first]?.[key] ?? null, to })),
    podsBefore: Object.fromEntries(nodes.flatMap((node) => entryOf(start.podsBefore, node))),
    canary: { nodes: [...nodes], object, before, others },
  };
}

function entryOf(pods: Record<string, string>, node: string): [string, string][] {
  const pod = pods[node];
  return pod === undefined ? [] : [[node, pod]];
}
