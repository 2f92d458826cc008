import type { CommandResult } from '../agent-contract';
import type { Authenticator } from './authentication';
import type { Clock } from './clock';
import type { FaultTable } from './fault-table';
import type { ObjectStore } from './object-store';
import type { RequestLog } from './request-log';
import type { Resource } from './resource-table';
import type { WatchHub } from './watch-hub';

/** What runs in the pods, as the API server reaches it through the kubelets. */
export type ContainerRuntime = {
  run(
    namespace: string,
    podName: string,
    container: string,
    argv: readonly string[],
  ): CommandResult | 'no-such-binary' | 'not-running';
  /** The container's log, or undefined if it never ran (or, for `previous`, never ended). */
  logs(namespace: string, podName: string, container: string, previous: boolean): string | undefined;
};

/** What every handler of the API server works on. */
export type ApiContext = {
  store: ObjectStore;
  clock: Clock;
  resources: readonly Resource[];
  /** e.g. `v1.27.3-eks-a5565ad` */
  kubernetesVersion: string;
  /** The minor release of Cilium whose kinds are served, e.g. 13. */
  ciliumMinor: number;
  authenticator: Authenticator;
  faults: FaultTable;
  watches: WatchHub;
  requests: RequestLog;
  runtime: ContainerRuntime;
};
