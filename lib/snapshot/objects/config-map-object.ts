/** The ConfigMap `cilium-config`, which agents read at their start. */
export type ConfigMapObject = {
  namespace: string;
  name: string;
  data: Readonly<Record<string, string>>;
  /** When the API server last stored it, where the object says so (`metadata.managedFields`). */
  writtenTimestamp: string | null;
};
