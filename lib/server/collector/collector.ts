import type { AdviceView } from '@/lib/snapshot/advice/advice-view';
import type { AgentCommand, AgentView, RawAnswerView } from '@/lib/snapshot/agent-view';
import type { AgreementView } from '@/lib/snapshot/agreement-view';
import type { ConvergenceList } from '@/lib/snapshot/convergence-view';
import type { FrontendFilter } from '@/lib/snapshot/frontend-filter';
import type { FrontendDetail } from '@/lib/snapshot/frontend-view';
import type { AgentList, FrontendPage, LiveEvent } from '@/lib/snapshot/live-event';
import type { PlanRequest } from '@/lib/cilium/plan/plan-input';
import type { PlanView } from '@/lib/snapshot/plan-view';
import type { SettingsView } from '@/lib/snapshot/settings-view';
import type { SourceView } from '@/lib/snapshot/source-view';
import type { NewEvent } from './event-log';

/**
 * What the server knows of one cluster, kept fresh by watches and sweeps.
 * Questions are answered from memory and never throw; only `raw` goes to the cluster.
 * A node's key is its name, as Kubernetes has it.
 */
export type Collector = {
  /** Connects, starts watches and sweeps; resolves at once. What goes wrong later is in `source().problem` and each agent's answers. */
  start(): Promise<void>;
  /** Ends watches, sweeps and running commands; resolves when nothing is left running. */
  stop(): Promise<void>;
  /** True when the agents have been looked for and each was asked once, or could not be. */
  ready(): boolean;
  source(): SourceView;
  agents(): AgentList;
  /** Whether agents have what they must have. */
  agreement(): AgreementView;
  /** What is desired of each setting, beside what the agents report. */
  settings(): SettingsView;
  /** What a change of settings would write, break and need, on the cluster as it is known now. Writes nothing. */
  plan(request: PlanRequest): PlanView;
  /** What rules have to say of how the cluster is set up. */
  advice(): AdviceView;
  /** When agents followed the latest changes of the API. */
  convergence(): ConvergenceList;
  /** Null where no agent runs on such a node. */
  agent(node: string): AgentView | null;
  /** One page of the frontends that match; sorted by `filter.sort`. */
  frontends(filter: FrontendFilter): FrontendPage;
  /** `key` as `frontendKey` prints it: `10.96.0.1:443/TCP`. Null where no agent has such a row. */
  frontend(key: string): FrontendDetail | null;
  /**
   * Runs the command on the node's agent now (`status --verbose`, `service list`) and gives its output as it came.
   * Calls for the same node and command at one time share one run, and an answer is kept for 2 s.
   * On failure: the last good answer with `problem` set, or an empty one where there never was any.
   * Null where no agent runs on such a node. Rejects only when `signal` aborts.
   */
  raw(node: string, command: AgentCommand, signal: AbortSignal): Promise<RawAnswerView | null>;
  /**
   * Calls `listener` for each event after the given revision: at once with a `snapshot` where the revision is null,
   * unknown or too old, else with the events missed; then as they happen. Never with a heartbeat: that is the stream's.
   * Gives the function that ends it.
   */
  subscribe(afterRevision: number | null, listener: (event: LiveEvent) => void): () => void;
  /** Sends an event of another part of the server to all who listen. */
  announce(event: NewEvent): void;
  /** Says that somebody looks at the node: its agent is asked first, for the next minute. */
  watchNode(node: string): void;
};
