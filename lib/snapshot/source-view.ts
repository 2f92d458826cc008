/** Which cluster the dashboard looks at, and how it got there. The page always says so. */
export type SourceView = {
  kind: 'training' | 'kubeconfig' | 'in-cluster';
  /** What a person calls it: `Training cluster: article`, or the context's name. */
  title: string;
  /** Cluster name of the kubeconfig, or of the training scenario. */
  cluster: string;
  context: string | null;
  scenario: string | null;
  server: string;
  /** Namespace(s) agents are looked for in; null means all. */
  namespace: string | null;
  user: string | null;
  kubernetesVersion: string | null;
  readOnly: boolean;
  /** How often agents are asked, in milliseconds. */
  sweepIntervalMs: number;
  /** What the last call to the API server said; null when it answered. */
  problem: Problem | null;
  startedTimestamp: string;
};

/** A failure in words: what failed, where, and what to do. */
export type Problem = {
  code: ProblemCode;
  title: string;
  detail: string;
  /** What the reader can do. */
  hint: string;
};

export type ProblemCode =
  | 'not-ready'
  | 'forbidden'
  | 'unauthenticated'
  | 'api-disabled'
  | 'no-such-binary'
  | 'no-such-container'
  | 'pod-gone'
  | 'timed-out'
  | 'too-large'
  | 'half-answer'
  | 'unreadable'
  | 'command-failed'
  | 'connection-lost'
  | 'throttled'
  | 'server-error'
  | 'unreachable'
  | 'not-found'
  | 'bad-request';
