/** Why an export did not happen, in words for the reader, with what to do instead. */
export class ExportError extends Error {
  override name = 'ExportError';
}

/** Puts a text on the clipboard; says in words why not, where it is refused. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch (cause) {
    throw new ExportError('The browser does not allow copying here. Download the report instead.', { cause });
  }
}
