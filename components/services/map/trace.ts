import type { FrontendKey } from '@/lib/cilium/frontend';
import type { BackendRow, FrontendRow } from './block-rows';
import type { MapLayout } from './map-layout';
import { backendRow, frontendRow } from './map-layout';
import type { NodeEndId } from './node-column';
import { nodeEndOf } from './node-column';

/** What the reader points at or has selected. */
export type TraceTarget =
  /** `block` tells apart the rows of one frontend that stands in several groups. */
  | { kind: 'frontend'; key: FrontendKey; block?: string }
  /** A Service drawn as one line. */
  | { kind: 'block'; block: string }
  | { kind: 'backend'; block: string; key: string }
  | { kind: 'node'; id: NodeEndId };

/** The path through a target. `node`: everything that leads to this end, wherever it stands. */
export type Trace = {
  frontends: ReadonlySet<FrontendKey>;
  /** As `backendId` names them. */
  backends: ReadonlySet<string>;
  ends: ReadonlySet<NodeEndId>;
  node: NodeEndId | null;
};

export const noTrace: Trace = { frontends: new Set(), backends: new Set(), ends: new Set(), node: null };

/** Names a backend's row among all of the map. */
export function backendId({ block, key }: Pick<BackendRow, 'block' | 'key'>): string {
  return `${block.id} ${key}`;
}

/** Follows the target to both sides: a frontend forwards, a node backwards, a backend both ways. */
export function traceOf(layout: MapLayout, target: TraceTarget | null): Trace {
  if (target === null || target.kind === 'block') return noTrace;
  if (target.kind === 'node') return { ...noTrace, ends: new Set([target.id]), node: target.id };
  if (target.kind === 'frontend') {
    const row = frontendRow(layout, target.key, target.block);
    return row === null
      ? noTrace
      : through(
          [row],
          row.links.map(({ backend }) => backend),
        );
  }
  const row = backendRow(layout, target);
  return row === null ? noTrace : through(row.frontends, [row]);
}

function through(frontends: readonly FrontendRow[], backends: readonly BackendRow[]): Trace {
  const ends = backends.flatMap(({ of, view }) => nodeEndOf(of, view) ?? []);
  return {
    frontends: new Set(frontends.map(({ view }) => view.key)),
    backends: new Set(backends.map(backendId)),
    ends: new Set(ends),
    node: null,
  };
}

/** Whether a frontend's row lies on the path. */
export function isFrontendOn(trace: Trace, row: FrontendRow): boolean {
  if (trace.node === null) return trace.frontends.has(row.view.key);
  return row.links.some(({ backend }) => isBackendOn(trace, backend));
}

/** Whether a backend's row lies on the path. */
export function isBackendOn(trace: Trace, row: BackendRow): boolean {
  return trace.node === null
    ? trace.backends.has(backendId(row))
    : nodeEndOf(row.of, row.view) === trace.node;
}
