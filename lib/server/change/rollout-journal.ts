import type { RolloutScope } from './rollout-scope';
import type { RolloutAction, RolloutChange, RolloutNode, RolloutPhase } from '@/lib/snapshot/rollout-view';
import type { ReleaseName } from '@/lib/server/helm/stored-release';
import type { ValueChange } from '@/lib/server/helm/changed-values';
import type { Problem } from '@/lib/snapshot/source-view';

/** How a DaemonSet says its pods are replaced, as the object has it. */
export type UpdateStrategy = { type?: string; rollingUpdate?: unknown };

/** The Helm release that a rollout goes through, and its values of the settings that change; no other value of it is kept. */
export type HelmStart = { release: ReleaseName; revision: number; values: ValueChange[] };

/** What is known of a rollout before its first step; it never changes. */
export type RolloutStart = RolloutScope & {
  id: string;
  planId: string;
  by: string;
  fromAddress: string | null;
  rollsBackOnFailure: boolean;
  namespace: string;
  configMap: string;
  daemonSet: string;
  changes: RolloutChange[];
  /** The agent's pod on each node that is concerned, as it was before. */
  podsBefore: Record<string, string>;
  strategyBefore: UpdateStrategy;
  /** `kubectl.kubernetes.io/restartedAt` of the template, as it was before. */
  restartedBefore: string | null;
  problemsBefore: number;
  /** Absent where the ConfigMap is patched. */
  helm?: HelmStart;
};

/**
 * What a step needs to be done again after a crash with the same effect: a write repeats the resourceVersion it was
 * meant for, so that the API server refuses it where it was done already.
 */
export type StepData = {
  resourceVersion?: string;
  /** The annotation `restartedAt` to be written. */
  restartedAt?: string | null;
  pod?: string;
  uid?: string;
  /** The agent's pod on each node, as it was when the step began; of the operator each pod under its name. */
  pods?: Record<string, string>;
  /** The newest revision of the Helm release, as it was when the step began. */
  revision?: number;
  /** Hash of the template of the DaemonSet, as it was when the step began. */
  template?: string;
  /** Hash of all that the ConfigMap is to say after the step. */
  config?: string;
};

/** A node as it was at the end; a journal of an earlier version holds no history. */
export type JournalNode = Omit<RolloutNode, 'history'> & Partial<Pick<RolloutNode, 'history'>>;

/** One line of the journal. A `step` is written before it is done, its `step-end` after. */
export type JournalEntry = { timestamp: string } & (
  | { kind: 'begun'; rollout: RolloutStart }
  | {
      kind: 'step';
      rolloutId: string;
      number: number;
      key: string;
      what: string;
      node: string | null;
      data: StepData;
    }
  | { kind: 'step-end'; rolloutId: string; number: number; outcome: 'ok' | 'failed'; detail: string | null }
  | { kind: 'phase'; rolloutId: string; phase: RolloutPhase; problem: Problem | null }
  | {
      kind: 'agent-failed';
      rolloutId: string;
      node: string;
      pod: string;
      line: string;
      ruleId: string | null;
      log: string[];
    }
  /** Another process goes on with what one that ended left unfinished. */
  | { kind: 'resumed'; rolloutId: string }
  | { kind: 'asked'; rolloutId: string; action: RolloutAction; by: string; fromAddress: string | null }
  | {
      kind: 'ended';
      rolloutId: string;
      phase: RolloutPhase;
      nodes: JournalNode[];
      problemsAfter: number | null;
      problem: Problem | null;
    }
  | {
      kind: 'refused';
      rolloutId: string | null;
      /** Where a plan was asked for. */
      planId?: string;
      by: string;
      fromAddress: string | null;
      what: string;
      detail: string;
    }
);

/** Where every step of every rollout is kept, in order; the audit is drawn from it. */
export type RolloutJournal = {
  /** Everything written so far, oldest first. */
  read(): Promise<JournalEntry[]>;
  /** Resolves when the entry would outlive the process and the machine's power. Rejects where it cannot be written. */
  append(entry: JournalEntry): Promise<void>;
};
