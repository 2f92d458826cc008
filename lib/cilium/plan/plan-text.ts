import { murmur3Hash128 } from '../maglev/murmur3';
import type { PlanChanges, PlanRequest } from './plan-input';

/** Most changes of one plan. */
export const changesMax = 40;
/** Most nodes that are named one by one. */
export const nodesMax = 100;

/** A key of a ConfigMap in the form that Cilium's flags have. */
export const keyForm = /^[a-z0-9](?:[a-z0-9-]{0,62})$/;
/** At most 200 characters, no line feeds, no control characters. */
export const valueForm = /^[^\p{Cc}\p{Cf}]{0,200}$/u;
export const nodeForm = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;

/** Writes one change as the URL has it: `bpf-lb-mode:dsr`, `-bpf-lb-mode` for a key that is taken out. */
export function changeText(key: string, value: string | null): string {
  return value === null ? `-${key}` : `${key}:${value}`;
}

/** Reads one change of the URL; null where it is none. */
export function parseChange(text: string): [key: string, value: string | null] | null {
  if (text.startsWith('-')) return keyForm.test(text.slice(1)) ? [text.slice(1), null] : null;
  const colon = text.indexOf(':');
  const [key, value] = [text.slice(0, colon), text.slice(colon + 1)];
  return colon > 0 && keyForm.test(key) && valueForm.test(value) ? [key, value] : null;
}

/** Reads the changes of a URL: what is no change is left out, of two for one key the last counts. */
export function parseChanges(texts: readonly string[]): PlanChanges {
  const changes: Record<string, string | null> = {};
  for (const text of texts.slice(0, changesMax)) {
    const change = parseChange(text);
    if (change !== null) changes[change[0]] = change[1];
  }
  return changes;
}

/** The query of a page that shows these changes: `set=bpf-lb-mode:dsr&node=a`. */
export function planQuery({ changes, nodes }: PlanRequest): string {
  const query = new URLSearchParams();
  for (const key of Object.keys(changes).sort()) query.append('set', changeText(key, changes[key] ?? null));
  for (const node of nodes ?? []) query.append('node', node);
  // A colon may stand in a query as it is, and reads better.
  return query.toString().replaceAll('%3A', ':').replaceAll('%2C', ',');
}

/** A short name for a request: the same for the same changes on the same nodes. */
export function planId(request: PlanRequest): string {
  const nodes = request.nodes === null ? null : [...request.nodes].sort();
  const { h1 } = murmur3Hash128(new TextEncoder().encode(planQuery({ ...request, nodes })), 0);
  return h1.toString(16).padStart(16, '0').slice(0, 8);
}
