import { parseMaglevSeed } from '@/lib/cilium/maglev/maglev-seed';
import { maglevMembers } from './maglev-backend';
import type { MaglevParameters } from './maglev-state';
import { releaseOf } from './maglev-tables';
import { needlessMoves } from './needless-moves';

/** Gives what moves needlessly on average when one of the backends goes, in percent of a table of `size`; null where there is only one. */
export function rulerMoves({ before, service, minor, seed }: MaglevParameters, size: number): number | null {
  const members = maglevMembers(before, service, releaseOf(minor));
  return needlessMoves(members, size, parseMaglevSeed(seed).murmur)?.averagePercent ?? null;
}
