/** The pod of a Cilium agent. */
export type AgentPodObject = {
  namespace: string;
  name: string;
  node: string;
  container: string;
  image: string | null;
  daemonSet: string | null;
  ips: string[];
  phase: string;
  /** The agent's own container is ready. */
  ready: boolean;
  /** Why it is not running, in the kubelet's words: `CrashLoopBackOff`. */
  waitingReason: string | null;
  terminating: boolean;
  restarts: number;
  /** When the pod was made; its init containers write the agent's configuration soon after, and only then. */
  createdTimestamp: string | null;
  startedTimestamp: string | null;
  /** Since when the pod is ready; null while it is not. */
  readyTimestamp: string | null;
  /** The memory limit of the agent's container; null where there is none. */
  memoryLimitBytes: number | null;
  /** Changes with each restart of the container. */
  containerId: string | null;
};
