import type { L4Protocol } from '@/lib/cilium/l3n4-addr';

export type HostPort = {
  port: number;
  /** Null = every address of the node. */
  hostIP: string | null;
  containerPort: number;
  protocol: L4Protocol;
};

/** A Pod, as far as names of backends and HostPort rows need it. */
export type PodObject = {
  namespace: string;
  name: string;
  ips: string[];
  node: string | null;
  hostNetwork: boolean;
  phase: string;
  ready: boolean;
  terminating: boolean;
  /** The Deployment, StatefulSet, DaemonSet or Job it belongs to. */
  workload: string | null;
  hostPorts: readonly HostPort[];
  /** What local redirect policies choose it by, and where they send to. */
  labels: Readonly<Record<string, string>>;
  containerPorts: readonly { name: string; port: number; protocol: L4Protocol }[];
};
