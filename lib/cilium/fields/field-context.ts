import type { ServiceType } from '../frontend';
import type { Release } from '../agent-version';

/** A backend to name in a sentence or a picture. */
export type ExampleBackend = { address: string; name: string | null; node: string | null };

/** A frontend of the reader's own, with one of its backends where it has any. */
export type ExampleFrontend = {
  /** As a client would dial it, `192.0.2.10:30080`. */
  address: string;
  service: string | null;
  backend: ExampleBackend | null;
};

/** What a sentence about one agent may draw on besides its status. Every key may be unknown. */
export type FieldContext = {
  node: string;
  nodeIP: string | null;
  version: Release | null;
  /** Where commands to copy are pointed. */
  namespace: string;
  pod: string;
  container: string;
  daemonSet: string | null;
  binary: 'cilium-dbg' | 'cilium' | null;
  /** Reached from outside, with a backend on another node if there is one. */
  outside: ExampleFrontend | null;
  /** The same for NodePort alone, where the picture is of that. */
  outsideNodePort?: ExampleFrontend | null;
  byType: Partial<Record<ServiceType, { count: number; example: ExampleFrontend }>>;
};
