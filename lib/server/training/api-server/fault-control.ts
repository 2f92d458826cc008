/** What goes wrong with exec into one agent. */
export type AgentFault =
  /** The exec is accepted and nothing ever comes. */
  | { kind: 'silent' }
  | { kind: 'slow'; delayMs: number }
  /** Standard output stops in the middle of a line; then `close` frame without status, or a false success. */
  | { kind: 'half-table'; ends?: 'close' | 'success' }
  /** Part of the output, then the connection is gone without a close frame. */
  | { kind: 'dies-in-the-middle' }
  /** Part of the output, then nothing, for ever. */
  | { kind: 'hangs' }
  | { kind: 'no-such-binary' }
  | { kind: 'fails'; stderr: string; exitCode?: number }
  /** Another text in place of the agent's output. */
  | { kind: 'prints'; stdout: string };

/** An answer that the API server gives instead of the right one. */
export type ApiFault = {
  code: 401 | 403 | 404 | 429 | 500 | 503 | 504;
  /** Prefix of the path, or a pattern over path and query. Default: every path. */
  path?: string | RegExp;
  method?: string;
  /** For 429 and 503. */
  retryAfterSeconds?: number;
  /** How many requests it hits; default: until taken back. */
  times?: number;
};

/** Things that go wrong on demand. */
export type FaultControl = {
  /** Sets or (null) takes back the fault of one agent, named by its node or its pod. */
  agent(nodeOrPod: string, fault: AgentFault | null): void;
  /** Adds a false answer; the returned function takes it back. */
  api(fault: ApiFault): () => void;
  /** Watches stay connected but deliver nothing, until false; then they deliver what was held back. */
  stallWatches(stalled: boolean): void;
  /** Cuts every open watch; how many there were. */
  dropWatches(): number;
  /** Cuts every open exec without a close frame; how many there were. */
  dropWebSockets(): number;
  /** Forgets the history: watches that resume from before now get 410 Gone. */
  compactHistory(): void;
  /** Invalidates every token and returns the new ones, by user of the kubeconfig. */
  rotateTokens(): Readonly<Record<string, string>>;
  /** Takes everything back but the rotated tokens. */
  clear(): void;
};
