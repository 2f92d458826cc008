/** As long as a page may stop without a reader noticing; a frame at 60 Hz is 16.7. */
const sliceMs = 12;

/** Lets the page draw and listen. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}

/**
 * Goes through `items` and stops every 12 ms for the page to draw and listen, so that an export of 100,000 rows blocks
 * nothing. What is gone through must not change meanwhile: pushed answers replace lists, they never change one.
 */
export async function inSlices<T>(items: Iterable<T>, each: (item: T) => void): Promise<void> {
  let start = performance.now();
  for (const item of items) {
    each(item);
    if (performance.now() - start < sliceMs) continue;
    await breathe();
    start = performance.now();
  }
}

/** Does a work of several steps, in slices too, and gives what it comes to. */
export async function resultInSlices<T>(steps: Generator<void, T>): Promise<T> {
  let result: { value: T } | undefined;
  function* untilDone(): Generator<void> {
    result = { value: yield* steps };
  }
  await inSlices(untilDone(), () => undefined);
  if (result === undefined) throw new Error('The work ended without its result.');
  return result.value;
}

/** Characters that are made bytes at a time: 20 MB at once would be a tenth of a second. */
const batchCharacters = 500_000;

/** Joins the pieces of a file into one. */
export async function fileInSlices(pieces: Iterable<string>, type: string): Promise<Blob> {
  const batches: Blob[] = [];
  let batch: string[] = [];
  let characters = 0;
  const close = () => {
    batches.push(new Blob(batch));
    batch = [];
    characters = 0;
  };
  await inSlices(pieces, (piece) => {
    batch.push(piece);
    characters += piece.length;
    if (characters > batchCharacters) close();
  });
  close();
  return new Blob(batches, { type });
}
