/** What is taken for granted of a divergence while it is young. All in milliseconds. */
export type Patience = {
  /** How long an agent may take to follow a change of the API. */
  propagationMs: number;
  /** How long a restarted agent may take to have its table whole. */
  restartMs: number;
  /** How long a backend that takes no new connections may be kept for those that are open. */
  terminationMs: number;
};

/** Why a divergence is none yet. */
export type PatienceReason = 'propagation' | 'agent-restarted' | 'graceful-termination';

/** The moments a verdict depends on; milliseconds since 1970. */
export type DivergenceTimes = {
  /** When it was first seen. */
  firstSeenMs: number;
  /** When the agent gave the last answer that has it. */
  answeredMs: number;
  /** When the agent started; null where that is not known. */
  agentStartedMs: number | null;
};

/** `dueMs`: the time of an answer that would make it a problem. */
export type DivergenceVerdict =
  { isProblem: true } | { isProblem: false; reason: PatienceReason; dueMs: number };

/**
 * Says whether a divergence is a problem: once answers have had it for longer than a change takes to arrive. It is
 * answers that count, not time that passes: an agent that was not asked since is accused of nothing.
 * @param isTerminating the agent keeps a backend that takes no new connections.
 */
export function judgeDivergence(
  { firstSeenMs, answeredMs, agentStartedMs }: DivergenceTimes,
  isTerminating: boolean,
  { propagationMs, restartMs, terminationMs }: Patience,
): DivergenceVerdict {
  const restartedUntilMs = agentStartedMs === null ? 0 : agentStartedMs + restartMs;
  if (answeredMs < restartedUntilMs) {
    return { isProblem: false, reason: 'agent-restarted', dueMs: restartedUntilMs };
  }
  const patienceMs = isTerminating ? Math.max(terminationMs, propagationMs) : propagationMs;
  if (answeredMs - firstSeenMs >= patienceMs) return { isProblem: true };
  return {
    isProblem: false,
    reason:
      isTerminating && answeredMs - firstSeenMs >= propagationMs ? 'graceful-termination' : 'propagation',
    dueMs: firstSeenMs + patienceMs,
  };
}
