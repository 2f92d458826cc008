import type { MapLayout } from './map-layout';

/** Bands of a list, scaled to a ruler: `top` and `height` in its pixels. */
export type RulerMark = { top: number; height: number };
export type RulerMarks = { groups: number[]; problems: RulerMark[]; selected: RulerMark | null };

const leastHeight = 2;

/** Where on a ruler of `height` pixels groups begin, rows have a problem and the selected Service is. Touching marks are one. */
export function rulerMarks(layout: MapLayout, selectedBlock: string | null, height: number): RulerMarks {
  const scale = layout.height === 0 ? 0 : height / layout.height;
  const mark = ({ y, height: tall }: { y: number; height: number }): RulerMark => ({
    top: y * scale,
    height: Math.max(leastHeight, tall * scale),
  });
  const problems: RulerMark[] = [];
  const hasProblem = ({ problems: found }: { problems: readonly unknown[] }) => found.length > 0;
  const ofHeads = layout.heads
    .filter(({ collapsed, group }) => collapsed && group.blocks.some((one) => one.frontends.some(hasProblem)))
    .map(({ y }) => ({ y, height: 0 }));
  const ofBlocks = layout.blocks.filter(({ block }) => block.frontends.some(hasProblem));
  for (const band of [...ofHeads, ...ofBlocks].sort((a, b) => a.y - b.y)) {
    const next = mark(band);
    const last = problems.at(-1);
    if (last !== undefined && next.top <= last.top + last.height) {
      last.height = Math.max(last.height, next.top + next.height - last.top);
    } else problems.push(next);
  }
  const placed = selectedBlock === null ? null : layout.placeOfBlock(selectedBlock);
  return {
    groups: layout.heads.map(({ y }) => y * scale),
    problems,
    selected: placed === null ? null : mark(placed),
  };
}
