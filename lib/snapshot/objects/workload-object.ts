/** A DaemonSet or Deployment: how many there should be and how many are. */
export type WorkloadObject = {
  kind: 'DaemonSet' | 'Deployment';
  namespace: string;
  name: string;
  desired: number;
  ready: number;
  /** Images of its containers. */
  images: string[];
  /** How a DaemonSet replaces its pods, `maxUnavailable` as written (`2`, `25%`); null for a Deployment. */
  update: { strategy: string; maxUnavailable: string | null } | null;
};
