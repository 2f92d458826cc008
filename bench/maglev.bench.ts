import { existsSync, readFileSync } from 'node:fs';
import { buildMaglevTable } from '@/lib/cilium/maglev/build-maglev-table';
import { defaultMaglevSeed, parseMaglevSeed } from '@/lib/cilium/maglev/maglev-seed';
import type { Figure } from './figure';
import { atMost, told } from './figure';
import { interleave } from './interleave';

const rounds = 100;
const warmUpRounds = 30;
const vectors = '../shared/vectors/maglev-disruption.json';

type Row = { m: number; n: number; buildMs: number };

/** What Cilium's Go code took for 16381 slots and 50 backends on a machine of this kind; 3.2 where the figures are absent. */
function goBuildMs(): number {
  if (!existsSync(vectors)) return 3.2;
  const { rows } = JSON.parse(readFileSync(vectors, 'utf8')) as { rows: Row[] };
  return rows.find(({ m, n }) => m === 16381 && n === 50)?.buildMs ?? 3.2;
}

/** What one Maglev table costs to build, hashing included, against Cilium's own code. */
export function measure(): Figure[] {
  const seed = parseMaglevSeed(defaultMaglevSeed).murmur;
  const build = (size: number, count: number) => () =>
    buildMaglevTable(
      Array.from({ length: count }, (_, k) => ({
        hashString: `[10.244.${Math.floor(k / 200)}.${(k % 200) + 2}:8080/TCP,State:active]`,
        weight: 100,
      })),
      size,
      seed,
    );
  const [usualMs = NaN, largeMs = NaN] = interleave(
    [build(16381, 50), build(131071, 300)],
    rounds,
    warmUpRounds,
  );
  return [
    atMost('maglev/build-16381-50', usualMs, 'ms', Number((3 * goBuildMs()).toFixed(2))),
    told('maglev/build-131071-300', largeMs, 'ms'),
  ];
}
