/**
 * One of the agent's controllers (background jobs).
 * Text gives ages as printed (`29s ago`), JSON gives timestamps; null means never.
 */
export type ControllerStatus = {
  name: string;
  consecutiveFailures: number;
  /** The last error; missing where there is none (`no error`). */
  message?: string;
  lastSuccessAgo?: string | null;
  lastFailureAgo?: string | null;
  lastSuccessTimestamp?: string | null;
  lastFailureTimestamp?: string | null;
};

/**
 * `Controller Status:   23/23 healthy`.
 * `items` has all controllers with `--verbose` and in JSON, only the failing ones in the short text;
 * missing where the text lists none.
 */
export type ControllersStatus = { healthy: number; total: number; items?: ControllerStatus[] };
