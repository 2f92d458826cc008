/** What this agent knows of one remote cluster. */
export type RemoteCluster = {
  name: string;
  ready: boolean;
  /** Of the connection to its etcd: `etcd: 1/1 connected, …`. */
  status?: string;
  nodes?: number;
  endpoints?: number;
  identities?: number;
  services?: number;
  /** Failures (v1.16 and older) or reconnections (v1.17 and later). */
  failures?: number;
  /** Further lines as printed, in text only: `remote configuration: …`. */
  details?: string[];
};

/** `ClusterMesh:   1/1 remote clusters ready, 7 global-services` (the count of services went in v1.19). */
export type ClusterMeshStatus = {
  ready: number;
  total: number;
  globalServices?: number;
  clusters?: RemoteCluster[];
};
