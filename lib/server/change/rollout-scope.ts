import type { RolloutChange } from '@/lib/snapshot/rollout-view';
import { valuesOf } from './rollout-error';

/** A CiliumNodeConfig as it is written, or as it was read to be written again. */
export type NodeConfigContent = {
  apiVersion: string;
  name: string;
  labels: Record<string, string>;
  annotations: Record<string, string>;
  spec: unknown;
};

type Values = Record<string, string | null>;

/** A rollout for chosen nodes. */
export type CanaryStart = {
  nodes: string[];
  object: NodeConfigContent;
  /** What the agent of each chosen node was to run with before; null: its default. */
  before: Record<string, Values>;
  /** The agents that were not chosen, and what they reported. */
  others: Record<string, { pod: string; reported: Values }>;
};

/** The Deployment of the operator, where it reads a changed key as well. */
export type OperatorStart = {
  name: string;
  /** `kubectl.kubernetes.io/restartedAt` of the template, as it was before. */
  restartedBefore: string | null;
};

/** What a rollout concerns beside the ConfigMap and the agents. */
export type RolloutScope = {
  /** Without it every node is concerned, by the ConfigMap. */
  canary?: CanaryStart;
  /** CiliumNodeConfigs of earlier canaries that go with it, as they were. */
  replaced?: NodeConfigContent[];
  operator?: OperatorStart;
};

/** True where nobody but the rollout replaces the agents' pods: chosen nodes, and the strategy OnDelete. */
export function restartsByHand({
  canary,
  strategyBefore,
}: Pick<RolloutScope, 'canary'> & { strategyBefore: { type?: string } }): boolean {
  return canary !== undefined || strategyBefore.type === 'OnDelete';
}

/** What the agent of a node should report before the rollout, or after it. */
export function wantedOn(
  { canary, changes }: Pick<RolloutScope, 'canary'> & { changes: readonly RolloutChange[] },
  node: string,
  side: 'from' | 'to',
): Values {
  const before = side === 'from' ? canary?.before[node] : undefined;
  return before ?? valuesOf(changes, side);
}

/** What an agent of the rollout found at its start, where the ConfigMap says this. */
export function foundAtStart(
  { canary, changes }: Pick<RolloutScope, 'canary'> & { changes: readonly RolloutChange[] },
  data: Record<string, string>,
): Record<string, string> {
  if (canary === undefined) return data;
  const own = changes.flatMap(({ key, to }): [string, string][] => (to === null ? [] : [[key, to]]));
  return { ...data, ...Object.fromEntries(own) };
}
