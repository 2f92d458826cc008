import { isDivergence } from '@/lib/snapshot/is-divergence';
import { backendMark, backendMarks } from '../backend-mark';
import type { ServiceBlock } from '../map/service-block';
import type { RowGroup } from './row-group';

/** How much there is in a block or a group. */
export type Totals = {
  services: number;
  frontends: number;
  /** Frontends of which some agent says what it must not. */
  differing: number;
  /** Frontends of which agents say what they must, and traffic has nowhere to go. */
  deadEnds: number;
  /** Backends, in the order of `backendMarks`. */
  marks: readonly number[];
};

const ofBlocks = new WeakMap<ServiceBlock, Totals>();
const ofGroups = new WeakMap<RowGroup, Totals>();

/** Counts a block; a backend of several of its frontends counts once. Worked out once for a block. */
export function blockTotals(block: ServiceBlock): Totals {
  let totals = ofBlocks.get(block);
  if (totals === undefined) {
    const marks = backendMarks.map(() => 0);
    for (const { of, view } of block.backends) {
      const at = backendMarks.indexOf(backendMark(of, view));
      marks[at] = (marks[at] ?? 0) + 1;
    }
    const wrong = block.frontends.filter(({ problems }) => problems.length > 0);
    const differing = wrong.filter(({ problems }) => problems.some(isDivergence)).length;
    const services = Number(block.kind === 'service');
    const deadEnds = wrong.length - differing;
    totals = { services, frontends: block.frontends.length, differing, deadEnds, marks };
    ofBlocks.set(block, totals);
  }
  return totals;
}

/** Counts all blocks of a group. */
export function groupTotals(group: RowGroup): Totals {
  let totals = ofGroups.get(group);
  if (totals === undefined) {
    totals = group.blocks.map(blockTotals).reduce(add, nothing);
    ofGroups.set(group, totals);
  }
  return totals;
}

const nothing: Totals = {
  ...{ services: 0, frontends: 0, differing: 0, deadEnds: 0 },
  marks: backendMarks.map(() => 0),
};

function add(a: Totals, b: Totals): Totals {
  return {
    services: a.services + b.services,
    frontends: a.frontends + b.frontends,
    differing: a.differing + b.differing,
    deadEnds: a.deadEnds + b.deadEnds,
    marks: a.marks.map((count, at) => count + (b.marks[at] ?? 0)),
  };
}
