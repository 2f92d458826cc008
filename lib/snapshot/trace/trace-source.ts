import { isIP, isIPv6 } from '@/lib/cilium/ip-address';
import type { FrontendView } from '../frontend-view';

/** Where a packet comes from: outside, arriving at a node; a program on a node's host; a pod, known by its address. */
export type TraceSource =
  { kind: 'outside'; node: string } | { kind: 'node'; node: string } | { kind: 'pod'; ip: string };

/** A pod that packets can be followed from. */
export type TracePod = { ip: string; namespace: string; name: string; node: string };

/** Reads `outside:node-1`, `node:node-1`, `pod:10.0.1.7`; null for anything else. */
export function parseTraceSource(text: string): TraceSource | null {
  const [, kind, rest] = /^(outside|node|pod):(.+)$/.exec(text) ?? [];
  if (rest === undefined) return null;
  if (kind === 'pod') return isIP(rest) ? { kind, ip: rest } : null;
  return kind === 'outside' || kind === 'node' ? { kind, node: rest } : null;
}

/** Writes a source as `parseTraceSource` reads it. */
export function formatTraceSource(source: TraceSource): string {
  return `${source.kind}:${source.kind === 'pod' ? source.ip : source.node}`;
}

/**
 * Gives the pods that stand behind some frontend, in the order of their names: those whose place is known here, by
 * their addresses of the family of `to`, as others cannot reach it.
 */
export function tracePods(frontends: readonly FrontendView[], to: string): TracePod[] {
  const pods = new Map<string, TracePod>();
  for (const { backends } of frontends)
    for (const { ip, target } of backends) {
      const { kind, namespace, name, node } = target;
      if (
        kind === 'pod' &&
        isIPv6(ip) === isIPv6(to) &&
        namespace !== null &&
        name !== null &&
        node !== null &&
        !pods.has(ip)
      )
        pods.set(ip, { ip, namespace, name, node });
    }
  return [...pods.values()].sort(
    (a, b) =>
      a.namespace.localeCompare(b.namespace) || a.name.localeCompare(b.name) || (a.ip < b.ip ? -1 : 1),
  );
}
