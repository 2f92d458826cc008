/** Prints a number as Go's `%.<digits>f` does: a value exactly half way goes to the even digit. */
export function formatFixed(value: number, digits: number): string {
  const scaled = value * 10 ** digits;
  const below = Math.floor(scaled);
  const tie = scaled - below === 0.5 && scaled / 10 ** digits === value;
  return tie && below % 2 === 0 ? (below / 10 ** digits).toFixed(digits) : value.toFixed(digits);
}
