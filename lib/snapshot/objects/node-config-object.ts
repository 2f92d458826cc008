import type { LabelSelector } from '@/lib/cilium/expected-frontends/label-selector';

/** A CiliumNodeConfig: settings that agents on the nodes it selects start with, over those of the ConfigMap. */
export type NodeConfigObject = {
  namespace: string;
  name: string;
  /** null: it has none, and selects no node. */
  nodeSelector: LabelSelector | null;
  defaults: Readonly<Record<string, string>>;
  /** When the API server last stored it, where the object says so. */
  writtenTimestamp: string | null;
  /** The same for single keys of `defaults`. */
  keyTimestamps: Readonly<Record<string, string>>;
};
