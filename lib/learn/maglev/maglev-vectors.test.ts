import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseMaglevSeed, defaultMaglevSeed } from '@/lib/cilium/maglev/maglev-seed';
import { needlessMoves } from './needless-moves';

/** Figures computed by Cilium's own code, beside the repository; absent outside of our workshop. */
const file = join(process.cwd(), '..', 'shared', 'vectors', 'maglev-disruption.json');
const isHere = existsSync(file);
if (!isHere)
  process.stderr.write(`skipped: what moves in the simulator, as Cilium's figures are not in ${file}\n`);

type Row = {
  m: number;
  n: number;
  removalsTried: number;
  avgChangedAmongSurvivorsPctOfTable: number;
  maxChangedAmongSurvivorsPctOfTable: number;
};
const rows: Row[] = isHere ? (JSON.parse(readFileSync(file, 'utf8')) as { rows: Row[] }).rows : [];

/** The backends that the figures were measured with. */
function measuredMembers(count: number) {
  return Array.from({ length: count }, (_, k) => ({
    hashString: `[10.244.${Math.floor(k / 200)}.${(k % 200) + 2}:8080/TCP,State:active]`,
    weight: 100,
  }));
}

describe.skipIf(!isHere)('what moves needlessly is what it is with Cilium’s own code', () => {
  test('there are as many figures as there were', () => {
    expect(rows).toHaveLength(112);
  });

  test.each(rows)('$m slots, $n backends', { timeout: 60_000 }, (row) => {
    const { m, n, removalsTried } = row;
    const every = n / removalsTried;
    const taken = Array.from({ length: removalsTried }, (_, index) => Math.floor(index * every));
    const seed = parseMaglevSeed(defaultMaglevSeed).murmur;
    const moves = needlessMoves(measuredMembers(n), m, seed, taken);
    expect(moves?.averagePercent).toBeCloseTo(row.avgChangedAmongSurvivorsPctOfTable, 9);
    expect(moves?.mostPercent).toBeCloseTo(row.maxChangedAmongSurvivorsPctOfTable, 9);
  });
});
