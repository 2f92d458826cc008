import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { Problem } from './source-view';

/** The two commands every agent is asked, and the text twin of the second. */
export type AgentCommand = 'status' | 'service-list';

/** The answer to one command on one agent: its age, and what went wrong since, if anything did. */
export type AnswerView = {
  /** When the value shown was given (RFC 3339); null when there never was one. */
  answeredTimestamp: string | null;
  /** When it was last asked. */
  askedTimestamp: string | null;
  durationMs: number | null;
  sizeBytes: number | null;
  /** True when the value shown is older than the last question: the agent failed since. */
  stale: boolean;
  problem: Problem | null;
  unparsedCount: number;
};

/** One agent as `GET /api/v1/agents` lists it. */
export type AgentView = {
  node: string;
  namespace: string;
  pod: string;
  container: string;
  image: string | null;
  daemonSet: string | null;
  nodeIPs: string[];
  zone: string | null;
  podReady: boolean;
  podPhase: string;
  restarts: number;
  startedTimestamp: string | null;
  /** `1.13.4`; null while no status has been read. */
  version: string | null;
  binary: 'cilium-dbg' | 'cilium' | null;
  status: AgentStatus | null;
  frontendCount: number | null;
  backendCount: number | null;
  answers: Record<AgentCommand, AnswerView>;
};

/** `GET /api/v1/agents/{node}/raw/{command}`: what was asked and what came back, byte for byte. */
export type RawAnswerView = {
  node: string;
  namespace: string;
  pod: string;
  container: string;
  /** The argv run in the container. */
  argv: string[];
  /** The same as a person would type it. */
  kubectl: string;
  stdout: string;
  stderr: string;
  exitCode: number | null;
  durationMs: number;
  answeredTimestamp: string;
  truncated: boolean;
  problem: Problem | null;
};
