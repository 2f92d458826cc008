import type { FrontendKey } from '@/lib/cilium/frontend';
import type { MapLayout } from './map-layout';
import type { NodeEndId } from './node-column';
import { nodeEndOf } from './node-column';

/** What the reader points at or has selected. */
export type TraceTarget =
  | { kind: 'frontend'; key: FrontendKey }
  | { kind: 'backend'; block: string; key: string }
  | { kind: 'node'; id: NodeEndId };

/** The path through a target: rows by their index in the layout, and node ends. */
export type Trace = { frontends: Set<number>; backends: Set<number>; ends: Set<NodeEndId> };

/** Follows the target to both sides: a frontend forwards, a node backwards, a backend both ways. */
export function traceOf(layout: MapLayout, target: TraceTarget | null): Trace {
  const trace: Trace = { frontends: new Set(), backends: new Set(), ends: new Set() };
  if (target === null) return trace;
  if (target.kind === 'frontend') {
    const index = layout.frontendIndex.get(target.key);
    if (index === undefined) return trace;
    trace.frontends.add(index);
    for (const { backend } of layout.frontends[index]?.links ?? []) addBackend(layout, trace, backend);
    return trace;
  }
  for (const [index, row] of layout.backends.entries()) {
    const meant =
      target.kind === 'node'
        ? nodeEndOf(row.of, row.view) === target.id
        : row.key === target.key && row.block.id === target.block;
    if (!meant) continue;
    addBackend(layout, trace, index);
    for (const frontend of row.frontends) trace.frontends.add(frontend);
  }
  if (target.kind === 'node') trace.ends.add(target.id);
  return trace;
}

function addBackend(layout: MapLayout, trace: Trace, index: number): void {
  const row = layout.backends[index];
  if (!row) return;
  trace.backends.add(index);
  const end = nodeEndOf(row.of, row.view);
  if (end !== null) trace.ends.add(end);
}
