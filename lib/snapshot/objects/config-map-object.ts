import type { ConfigOwner } from '@/lib/cilium/settings/config-owner';

/** The ConfigMap `cilium-config`, which agents read at their start. */
export type ConfigMapObject = {
  namespace: string;
  name: string;
  data: Readonly<Record<string, string>>;
  /** When the API server last stored it, where the object says so (`metadata.managedFields`). */
  writtenTimestamp: string | null;
  /** The same for single keys of `data`. */
  keyTimestamps: Readonly<Record<string, string>>;
  owner: ConfigOwner;
};
