import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import type { HelmClient } from '@/lib/server/helm/helm-client';
import type { AgentSource } from './agent-source';
import type { ConfigWriter } from './config-writer';
import type { DaemonSetRestart } from './daemon-set-restart';
import type { NodeBoard } from './node-board';
import type { NodeConfigWriter } from './node-config-writer';
import type { OperatorRestart } from './operator-restart';
import type { StepRunner } from './step-runner';

/** How long things may take before a rollout gives up, and how often it looks. */
export type RolloutPatience = {
  /** How often the agents are looked at; nothing is asked of the cluster by that alone. */
  lookEachMs: number;
  /** The longest time in which no node moves. */
  standstillMs: number;
  /** How long an agent that is ready may report another value than the one it was given. */
  wrongValueMs: number;
  /** How long the agreement may take until every agent is judged again. */
  agreementMs: number;
};

export const usualPatience: RolloutPatience = {
  lookEachMs: 250,
  standstillMs: 660_000,
  wrongValueMs: 60_000,
  agreementMs: 45_000,
};

/** What the parts of a rollout share. */
export type RolloutContext = {
  connection: KubeConnection;
  source: AgentSource;
  runner: StepRunner;
  board: NodeBoard;
  config: ConfigWriter;
  daemonSet: DaemonSetRestart;
  /** Null where there is no helm command. */
  helm: HelmClient | null;
  nodeConfigs: NodeConfigWriter;
  /** null where the operator reads nothing of what changes. */
  operator: OperatorRestart | null;
  patience: RolloutPatience;
  /** Says that something of the view changed that no entry of the journal tells. */
  onMove: () => void;
};
