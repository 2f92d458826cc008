/** Writes a share of 0 to 1 as a percentage with one digit: `33.3 %`. */
export function formatShare(share: number): string {
  return `${(share * 100).toFixed(1).replace(/\.0$/, '')} %`;
}
