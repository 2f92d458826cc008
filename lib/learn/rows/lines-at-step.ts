import { backendStep, idStep, type RowStep } from './row-steps';
import type { NodeRows } from './rows-model';

/**
 * Gives the lines of each row as far as a step has come: nothing of a row that is not there yet, backends and IDs last.
 * Lines that say nothing yet are empty, so that every row keeps its place.
 */
export function linesAtStep({ head, rows }: NodeRows, steps: readonly RowStep[], step: number): string[][] {
  const there = new Set(steps.slice(0, step + 1).flatMap(({ adds }) => adds));
  const frontendAt = head.indexOf('Frontend');
  const backendAt = head.indexOf('Backend');
  return rows.map(({ lines }, index) =>
    lines.map((line, number) => {
      if (!there.has(index) || (step < backendStep && number > 0)) return '';
      const known = step < backendStep ? line.slice(0, backendAt) : line;
      return step < idStep ? ' '.repeat(frontendAt) + known.slice(frontendAt) : known;
    }),
  );
}
