/** One change of a Service's rows in the API, and when each agent's table was seen to follow. */
export type ConvergenceView = {
  id: number;
  service: { namespace: string; name: string };
  /** What changed, in a few words: `2 backends added, 1 removed`. */
  what: string;
  /** When the API's watch brought it (RFC 3339). */
  changedAt: string;
  /** Agents whose table had to follow. */
  agents: number;
  followed: number;
  /**
   * Over the agents that followed, from the change to the first answer that had it. Agents are asked every few seconds:
   * it is an upper bound. null while none has followed.
   */
  delaysMs: { least: number; median: number; p95: number; most: number } | null;
  /** Those that followed last, the slowest first; three at most. */
  slowest: { node: string; delayMs: number }[];
  /** Nodes whose agent has not followed, by name: the first 20 of `agents - followed`. */
  waiting: string[];
};

/** `GET /api/v1/convergence`: the latest changes, newest first. */
export type ConvergenceList = { revision: number; changes: ConvergenceView[] };
