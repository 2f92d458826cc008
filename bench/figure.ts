/** One line of a benchmark's output. */
export type Figure = {
  name: string;
  value: string;
  unit: string;
  /** What is wanted, in words a person compares with: `≤ 0.25`; `-` where nothing is. */
  limit: string;
  isWithin: boolean;
};

/** Gives a figure that should not exceed a limit. */
export function atMost(name: string, value: number, unit: string, limit: number): Figure {
  return { name, value: round(value), unit, limit: `≤ ${limit}`, isWithin: value <= limit };
}

/** Gives a figure that is told for its own sake. */
export function told(name: string, value: number, unit: string): Figure {
  return { name, value: round(value), unit, limit: '-', isWithin: true };
}

function round(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(3);
}
