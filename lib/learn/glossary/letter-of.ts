/** Gives the letter that a word stands under. */
export function letterOf({ word }: { word: string }): string {
  return word.slice(0, 1).toUpperCase();
}
