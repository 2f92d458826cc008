/** What `kpr-explorer start` was told, from the command line and the environment variables of single options. */
export type StartOptions = {
  context?: string;
  kubeconfig?: string;
  namespace?: string;
  as?: string;
  asGroup?: string[];
  host: string;
  port: number;
  allowHost?: string[];
  /** `--no-browser` makes it false. */
  browser: boolean;
  /** True without a scenario's name. */
  training?: string | true;
  nodes?: number;
  services?: number;
  replicas?: number;
  readOnly?: boolean;
  /** Undefined: on for the training cluster, off elsewhere. */
  allowChanges?: boolean;
  dataDir?: string;
  /** Undefined: the first `helm` on the PATH. */
  helm?: string;
  sweepInterval?: number;
  logLevel: LogLevel;
  /** Hidden, for contributors. */
  dev?: boolean;
  /** Hidden; `--no-build` makes it false. */
  build: boolean;
};

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

export const defaultPort = 8210;
