import type { L3n4Addr } from './l3n4-addr';

/** States of a backend, in Cilium's words (`terminating-not-serving` since v1.18.5). */
export type BackendState =
  'active' | 'terminating' | 'terminating-not-serving' | 'quarantined' | 'maintenance';

/**
 * One backend of a frontend, as an agent reported it.
 * `state` is null where none is printed (v1.11 and older, or an empty state).
 * `preferred` is null where the output cannot tell (text without `--clustermesh-affinity`).
 * `weight`, `zone` and `nodeName` are in JSON output only, and absent otherwise.
 * `line` is the 1-based line of the output it came from.
 */
export type Backend = L3n4Addr & {
  state: BackendState | null;
  preferred: boolean | null;
  weight?: number;
  zone?: string;
  nodeName?: string;
  line: number;
};
