const figures = new Intl.NumberFormat('en');

/** Writes a number as one reads it: `30,000`. */
export function figure(count: number): string {
  return figures.format(count);
}

/** Writes a number with what it counts: `1 rule`, `30,000 rules`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${figure(count)} ${count === 1 ? one : many}`;
}
