/** Characters of one line that are shown; a line longer than that is copied whole, and says so. */
const longestShown = 20_000;

/** Lines that are shown at most: browsers cannot scroll much further than that. Copying gives all. */
export const mostLines = 1_000_000;

/** Splits an output at its newlines; the newline at its end opens no further line. */
export function splitLines(text: string): string[] {
  if (text === '') return [];
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/** Characters that would change how the text around them reads: controls, and marks that turn its direction. */
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Gives a line as it may be shown: control characters as their symbols, and no more than a screen can bear. */
export function shownLine(line: string): string {
  const bare = line.endsWith('\r') ? line.slice(0, -1) : line;
  const cut =
    bare.length > longestShown
      ? `${bare.slice(0, longestShown)} … ${bare.length - longestShown} more characters`
      : bare;
  return cut.replace(invisible, (character) => {
    const code = character.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\u{fffd}';
  });
}
