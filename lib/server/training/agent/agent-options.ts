import type { KindTypes } from '../agent-contract';
import type { NodeFacts } from './node-facts';
import type { LeftoverBackend } from './table/leftover-backend';

/** What a scenario knows of its agents beyond the Kubernetes objects. */
export type AgentOptions = {
  /** What differs from a plain cloud node with one device. */
  facts?(nodeName: string, node: KindTypes['Node'] | undefined): Partial<NodeFacts>;
  /** `creation`: an agent that starts on an empty node meets the Services in the order they were made. */
  firstOrder?: 'creation' | 'any';
  /** Backends that a node's first agent kept although their endpoints are gone; a restart drops them. */
  leftovers?(nodeName: string): readonly LeftoverBackend[];
};
