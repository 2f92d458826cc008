import type {
  V1ConfigMap,
  V1DaemonSet,
  V1Deployment,
  V1EndpointSlice,
  V1Lease,
  V1Namespace,
  V1Node,
  V1ObjectMeta,
  V1Pod,
  V1ReplicaSet,
  V1Service,
} from '@kubernetes/client-node';

/** A client-node model as it stands in JSON: what the client turns into `Date` is still text here. */
export type Json<T> = T extends Date
  ? string
  : T extends readonly (infer Item)[]
    ? Json<Item>[]
    : T extends object
      ? { [Key in keyof T]: Json<T[Key]> }
      : T;

export type ObjectMeta = Json<V1ObjectMeta> & { name?: string };

/** Any Kubernetes object, as JSON. The store sets uid, resourceVersion, creationTimestamp and generation. */
export type KubeObject = {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  [field: string]: unknown;
};

/** An object of a known kind, complete with its type and metadata. */
export type Stored<T> = Json<T> & { apiVersion: string; kind: string; metadata: ObjectMeta };

export type CiliumNodeConfig = {
  apiVersion: string;
  kind: string;
  metadata: ObjectMeta;
  spec: {
    nodeSelector: {
      matchLabels?: Record<string, string>;
      matchExpressions?: { key: string; operator: string; values?: string[] }[];
    };
    defaults: Record<string, string>;
  };
};

export type KindTypes = {
  Service: Stored<V1Service>;
  EndpointSlice: Stored<V1EndpointSlice>;
  Pod: Stored<V1Pod>;
  Node: Stored<V1Node>;
  ConfigMap: Stored<V1ConfigMap>;
  Namespace: Stored<V1Namespace>;
  DaemonSet: Stored<V1DaemonSet>;
  Deployment: Stored<V1Deployment>;
  ReplicaSet: Stored<V1ReplicaSet>;
  Lease: Stored<V1Lease>;
  CiliumNodeConfig: CiliumNodeConfig;
};
