import { defaultMaglevSeed, parseMaglevSeed } from './maglev-seed';

/** The seed that agents have unless another is set. */
export const defaultMurmur = parseMaglevSeed(defaultMaglevSeed).murmur;

/** The backends that maglev-disruption.json was measured with. */
export function equalMembers(count: number) {
  return Array.from({ length: count }, (_, k) => ({
    hashString: `[10.244.${Math.floor(k / 200)}.${(k % 200) + 2}:8080/TCP,State:active]`,
    weight: 100,
  }));
}
