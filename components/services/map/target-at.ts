import type { MapLayout } from './map-layout';
import { backendRow } from './map-layout';
import type { Cursor } from './move-cursor';

/** The row an event happened on, read off the row's own attributes. */
export function targetAt(target: EventTarget | null): Cursor | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest<HTMLElement>('[data-frontend], [data-backend], [data-line]');
  if (!row) return null;
  const { frontend, backend, block, line } = row.dataset;
  if (line !== undefined) return { kind: 'block', block: line };
  if (frontend !== undefined && block !== undefined) return { kind: 'frontend', key: frontend, block };
  if (backend !== undefined && block !== undefined) return { kind: 'backend', block, key: backend };
  return null;
}

/** The frontend a row opens: itself; of a backend the selected one if that has it, else the first. */
export function frontendOf(
  layout: MapLayout,
  target: Cursor | null,
  selectedKey: string | null,
): string | null {
  if (target === null || target.kind === 'block') return null;
  if (target.kind === 'frontend') return target.key;
  const keys = (backendRow(layout, target)?.frontends ?? []).map(({ view }) => view.key);
  return keys.find((key) => key === selectedKey) ?? keys[0] ?? null;
}
