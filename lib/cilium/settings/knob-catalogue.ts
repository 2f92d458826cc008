import type { Release } from '../agent-version';
import { inSpan } from '../fields/version-span';
import type { Knob } from './knob';
import { forwarding } from './knobs/forwarding';
import { masterSwitches } from './knobs/master-switches';
import { neighbours } from './knobs/neighbours';
import { nodePorts } from './knobs/node-ports';

/** Every knob of cilium-config.md, section 1, v1.10 to 1.21-dev. */
export const knobs: readonly Knob[] = [...masterSwitches, ...forwarding, ...nodePorts, ...neighbours];

const byKey = new Map<string, Knob[]>();
for (const knob of knobs) byKey.set(knob.key, [...(byKey.get(knob.key) ?? []), knob]);

const aliases = new Set(knobs.flatMap(({ alias }) => alias ?? []));

/** The knobs that an agent of this version has. */
export function knobsOf(version: Release): Knob[] {
  return knobs.filter((knob) => inSpan(version, knob));
}

/** The knob of a key in a version; null where that version has no such flag, or none is known here. */
export function knobOf(key: string, version: Release): Knob | null {
  return byKey.get(key)?.find((knob) => inSpan(version, knob)) ?? null;
}

/** Whether some version known here has this flag, under this or an older name. */
export function isKnownKey(key: string): boolean {
  return byKey.has(key) || aliases.has(key);
}

/** Whether a version reads this older name of a flag. */
export function isAliasOf(key: string, version: Release): boolean {
  return knobsOf(version).some(({ alias }) => alias === key);
}
