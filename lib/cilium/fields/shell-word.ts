const plain = /^[A-Za-z0-9_./:=@%+,-]+$/;

/** Quotes a word for a POSIX shell, so that a name from the cluster can only ever be one argument. */
export function shellWord(word: string): string {
  return plain.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
