import type { Release } from '../agent-version';
import { perVersion } from '../fields/per-version';
import { knobOf } from '../settings/knob-catalogue';
import { rulesOf } from './rules';

/** Keys that have a say in what another one switches on: parts of the replacement, and the older way to name a tunnel. */
const decidedWith: Readonly<Record<string, readonly string[]>> = {
  'kube-proxy-replacement': [
    'enable-node-port',
    'enable-host-port',
    'enable-external-ips',
    'bpf-lb-sock',
    'enable-host-reachable-services',
  ],
  'routing-mode': ['tunnel'],
  'tunnel-protocol': ['tunnel'],
  // Up to v1.12 a tunnel turns DSR off.
  'bpf-lb-mode': ['tunnel'],
};

const keysById = perVersion((version): ReadonlyMap<string, ReadonlySet<string>> => {
  const byId = new Map<string, Set<string>>();
  for (const { id, keys, reads = [] } of rulesOf(version)) {
    const looked = byId.get(id) ?? new Set<string>();
    for (const key of [...keys, ...reads]) {
      looked.add(key);
      for (const other of decidedWith[key] ?? []) looked.add(other);
      const alias = knobOf(key, version)?.alias;
      if (alias !== undefined) looked.add(alias);
    }
    byId.set(id, looked);
  }
  return byId;
});

/**
 * Gives every key that a rule looks at in a version, in any of its forms and under its older names too. A rule that
 * looks at all values (A3) names none.
 */
export function keysOfRule(id: string, version: Release): ReadonlySet<string> {
  return keysById(version).get(id) ?? new Set();
}
