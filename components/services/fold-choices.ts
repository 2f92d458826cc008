/** What the reader did to rows that fold, as the URL keeps it: only rows that are not as they were at first. */
export type FoldChoices = {
  /** Keys of rows opened by hand. */
  unfold: readonly string[];
  /** Keys of rows folded by hand. */
  fold: readonly string[];
};

/** The choices to look up a row in: a long list asks for each of its rows. */
export type FoldSets = Record<keyof FoldChoices, ReadonlySet<string>>;

/** Gives the choices as sets. */
export function foldSets({ unfold, fold }: FoldChoices): FoldSets {
  return { unfold: new Set(unfold), fold: new Set(fold) };
}

/** Whether the rows behind `key` are shown: as the reader left them, else as they are at first. */
export function isUnfolded({ unfold, fold }: FoldSets, key: string, atFirst: boolean): boolean {
  return atFirst ? !fold.has(key) : unfold.has(key);
}

/**
 * Turns the rows behind `key` over. Both lists say what is so, not what was turned over: a link means the same on a
 * phone, where more is folded at first. Null, nothing in the URL, stands for an empty list.
 */
export function turnFold(
  choices: FoldChoices,
  key: string,
  atFirst: boolean,
): Record<keyof FoldChoices, string[] | null> {
  const unfold = choices.unfold.filter((other) => other !== key);
  const fold = choices.fold.filter((other) => other !== key);
  const open = !isUnfolded(foldSets(choices), key, atFirst);
  if (open !== atFirst) (open ? unfold : fold).push(key);
  return { unfold: unfold.length > 0 ? unfold : null, fold: fold.length > 0 ? fold : null };
}
