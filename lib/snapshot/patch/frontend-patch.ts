import type { FrontendKey } from '@/lib/cilium/frontend';
import type { BackendView, FrontendView } from '../frontend-view';

export type RowFields = Omit<FrontendView, 'key' | 'nodes' | 'backends'>;
export type BackendFields = Omit<BackendView, 'nodes'>;

/** Backends that stay as they were: how many, and the place of the first in the list before. */
export type KeptBackends = { from: number; count: number };
/** A backend that was at a place in the list before, and what of it is not the same now. */
export type ChangedBackend<Nodes> = { at: number; nodes?: Nodes; fields: Partial<BackendFields> };
/** A backend that was not in the list before. */
export type NewBackend<Nodes> = { backend: BackendFields & { nodes: Nodes } };

export type BackendPatch<Nodes> = KeptBackends | ChangedBackend<Nodes> | NewBackend<Nodes>;

/**
 * What is not the same of a row that the reader has. `Nodes` is a list of names, or where lists stand once in a
 * message, the index of one.
 */
export type FrontendPatch<Nodes = string[]> = {
  key: FrontendKey;
  fields: Partial<RowFields>;
  /** Absent where they are the same. */
  nodes?: Nodes;
  /** The whole list in its new order; absent where every backend is the same. */
  backends?: BackendPatch<Nodes>[];
};
