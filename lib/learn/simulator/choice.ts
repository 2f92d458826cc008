/** Reads a value of a link; null where it means nothing. */
export type Choice<Value> = (text: string) => Value | null;

/** Reads one of a few words. */
export function oneOf<Word extends string>(words: readonly Word[]): Choice<Word> {
  return (text) => words.find((word) => word === text) ?? null;
}

/** Reads a list of a few words, each once, with commas between them. */
export function listOf<Word extends string>(words: readonly Word[]): Choice<readonly Word[]> {
  return (text) => {
    const parts = text.split(',');
    const found = words.filter((word) => parts.includes(word));
    return found.length === parts.length ? found : null;
  };
}

/** Reads a whole number within bounds. */
export function integerIn({ min, max }: { min: number; max: number }): Choice<number> {
  return (text) => {
    if (!/^\d{1,6}$/.test(text)) return null;
    const number = Number(text);
    return number >= min && number <= max ? number : null;
  };
}
