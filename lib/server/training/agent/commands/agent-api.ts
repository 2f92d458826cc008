import type { CiliumVersion } from '../cilium-version';
import type { ServiceModel } from '../output/service-model';
import type { StatusResponse } from '../output/status-response';
import type { ClusterHealth } from '../status/health-model';
import type { ModuleHealth } from '../status/modules';

/** What the command-line client in the container reaches, or does not. */
export type AgentAPI = {
  version: CiliumVersion;
  nowMs(): number;
  /**
   * The agent's socket: `missing` before the API is up, `refused` where a dead agent left its file,
   * `warming` while the API answers but not every probe has run (v1.18 and later).
   */
  socket(): 'missing' | 'refused' | 'warming' | 'ready';
  status(): StatusResponse;
  /** null where health checking is off. */
  health(): ClusterHealth | null;
  modules(): ModuleHealth[];
  services(): ServiceModel[];
  /** The table `service list` prints of them. */
  serviceTable(): string;
  /** What `service list -o json` prints of them. */
  serviceJson(): string;
};
