import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { AgentBinary } from '@/lib/server/kube/agent-command';
import type { AgentCommand, AnswerView } from '@/lib/snapshot/agent-view';
import type { AgentPodObject } from '@/lib/snapshot/objects/agent-pod-object';
import type { AnswerText } from './answer-text';

/** What is known of one answer: the view of it and, of a status, what it takes to compare the next one with it. */
export type AnswerRecord = AnswerView & { hash: string | null };

/** All that is kept of the agent on one node. */
export type AgentRecord = {
  node: string;
  pod: AgentPodObject;
  /** When its pod was seen to be gone, in milliseconds since 1970; null while it is there. */
  goneMs: number | null;
  binary: AgentBinary | null;
  version: string | null;
  status: AgentStatus | null;
  table: AnswerText | null;
  answers: Record<AgentCommand, AnswerRecord>;
  statusAskedMs: number;
  /** Each command was asked once, with or without success. */
  asked: boolean;
};

const unasked: AnswerRecord = {
  answeredTimestamp: null,
  askedTimestamp: null,
  durationMs: null,
  sizeBytes: null,
  stale: false,
  problem: null,
  unparsedCount: 0,
  hash: null,
};

/** Starts the record of an agent nothing is known of yet. */
export function newAgentRecord(pod: AgentPodObject): AgentRecord {
  return {
    node: pod.node,
    pod,
    goneMs: null,
    binary: null,
    version: null,
    status: null,
    table: null,
    answers: { status: { ...unasked }, 'service-list': { ...unasked } },
    statusAskedMs: 0,
    asked: false,
  };
}
