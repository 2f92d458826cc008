/** A DaemonSet or Deployment: how many there should be and how many are. */
export type WorkloadObject = {
  kind: 'DaemonSet' | 'Deployment';
  namespace: string;
  name: string;
  desired: number;
  ready: number;
  /** Images of its containers. */
  images: string[];
};
