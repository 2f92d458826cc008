import type { Patience } from '@/lib/cilium/agreement/judge-divergence';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';

/** What we need of a logger; pino's is one. */
export type CollectorLogger = {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
};

export type CollectorOptions = {
  connection: KubeConnection;
  /** How often each agent is asked for its table. Default 5,000. */
  sweepIntervalMs?: number;
  /** How often each agent is asked for its status, unless someone looks at it. Default six sweeps. */
  statusIntervalMs?: number;
  /** Agents asked at a time, 1 to 20. Default 8. */
  concurrency?: number;
  limits?: Partial<AskLimits>;
  /** Where agents are looked for; null = all namespaces. */
  namespace?: string | null;
  readOnly?: boolean;
  /** Longest wait between two tries of an agent that fails. Default 30,000. */
  backOffMaxMs?: number;
  /** What is taken for granted of a divergence while it is young. */
  patience?: Partial<Patience>;
  logger?: CollectorLogger;
};

export type AskLimits = {
  /** For one command. Default 20,000. */
  timeoutMs: number;
  /** For the output of one command. Default 64 MiB. */
  maxBytes: number;
};

export type ResolvedOptions = Required<Omit<CollectorOptions, 'limits' | 'patience' | 'logger'>> & {
  limits: AskLimits;
  patience: Patience;
  logger: CollectorLogger;
};

const silent: CollectorLogger = { debug: () => {}, info: () => {}, warn: () => {} };

/** Fills in what was left open. */
export function resolveOptions(options: CollectorOptions): ResolvedOptions {
  const sweepIntervalMs = options.sweepIntervalMs ?? 5_000;
  return {
    connection: options.connection,
    sweepIntervalMs,
    statusIntervalMs: options.statusIntervalMs ?? sweepIntervalMs * 6,
    concurrency: Math.min(20, Math.max(1, options.concurrency ?? 8)),
    limits: { timeoutMs: 20_000, maxBytes: 64 << 20, ...options.limits },
    namespace: options.namespace ?? null,
    readOnly: options.readOnly ?? true,
    backOffMaxMs: options.backOffMaxMs ?? 30_000,
    // Shorter than the shortest time between two sweeps, so that the second one confirms what the first one saw.
    patience: {
      propagationMs: Math.max(3_000, sweepIntervalMs * 0.8),
      restartMs: 30_000,
      terminationMs: 60_000,
      ...options.patience,
    },
    logger: options.logger ?? silent,
  };
}
