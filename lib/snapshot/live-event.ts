import type { AdviceView } from './advice/advice-view';
import type { AgentView } from './agent-view';
import type { AgreementSummary } from './agreement-view';
import type { ClusterFacts } from './cluster-facts';
import type { ConvergenceView } from './convergence-view';
import type { FrontendKey } from '@/lib/cilium/frontend';
import type { FrontendView } from './frontend-view';
import type { FrontendPatch } from './patch/frontend-patch';
import type { RolloutView } from './rollout-view';
import type { SettingsView } from './settings-view';
import type { SourceView } from './source-view';

/** Sets of nodes stand once in a message: a list of nodes is an index into `nodeSets`. */
export type PackedNodes = number;

/** So do the labels of a Service: they are an index into `labelSets`. */
export type PackedLabels = number;

export type PackedFrontend = Omit<FrontendView, 'labels' | 'nodes' | 'backends'> & {
  labels: PackedLabels;
  nodes: PackedNodes;
  backends: (Omit<FrontendView['backends'][number], 'nodes'> & { nodes: PackedNodes })[];
};

export type PackedNodeSets = {
  /** Every node that is named, sorted. */
  nodeNames: string[];
  /** Each set over `nodeNames`, as `nodeSetText` writes it. */
  nodeSets: string[];
};

/** Lists of labels, each as `key=value`. */
export type PackedLabelSets = { labelSets: string[][] };

export type PackedFrontends = PackedNodeSets & PackedLabelSets & { items: PackedFrontend[] };

/**
 * Rows the reader does not have, what changed of rows it has, and the keys of rows that are gone. Lists of labels are
 * absent where no row is new.
 */
export type PackedDelta = PackedNodeSets &
  Partial<PackedLabelSets> & {
    added: PackedFrontend[];
    patched: FrontendPatch<PackedNodes>[];
    removed: FrontendKey[];
  };

/** `GET /api/v1/frontends`. `total` counts all that match the filter, `items` one page of them. */
export type FrontendPage = PackedFrontends & { revision: number; total: number; offset: number };

/** `GET /api/v1/agents`. */
export type AgentList = { revision: number; items: AgentView[]; facts: ClusterFacts };

/** What changes of an agent with each answer. */
export type AgentAnswers = Pick<AgentView, 'answers' | 'frontendCount' | 'backendCount'>;

/**
 * Events of `GET /api/v1/events`; the SSE id is the revision.
 * `snapshot` comes first when the reader's last revision is unknown or too old, `delta` otherwise.
 */
export type LiveEvent =
  | {
      event: 'snapshot';
      revision: number;
      source: SourceView;
      agents: AgentView[];
      facts: ClusterFacts;
      frontends: PackedFrontends;
    }
  /** To be applied to the rows of the revision before. */
  | ({ event: 'delta'; revision: number } & PackedDelta)
  | { event: 'agent'; revision: number; agents: AgentView[]; removed: string[] }
  /** When agents were asked, how long they took, and how much they answered: nothing else of them changed. By node. */
  | { event: 'answers'; revision: number; answers: Record<string, AgentAnswers> }
  /** Whenever it says something else than before; its `checkedAt` is of then. */
  | { event: 'agreement'; revision: number; agreement: AgreementSummary }
  /** Whenever it says something else than before. */
  | { event: 'settings'; revision: number; settings: SettingsView }
  /** Whenever it says something else than before. */
  | { event: 'advice'; revision: number; advice: AdviceView }
  /** Changes of the API that are new, or that every agent has followed. */
  | { event: 'convergence'; revision: number; changes: ConvergenceView[] }
  /** Whenever a step of a rollout begins or ends, or a node of it is in another state. */
  | { event: 'rollout'; revision: number; rollout: RolloutView }
  | { event: 'source'; revision: number; source: SourceView }
  | { event: 'facts'; revision: number; facts: ClusterFacts }
  | { event: 'heartbeat'; revision: number; timestamp: string };
