const backendLine = /^\s+\d+ =>/;

/**
 * Gives the lines of an output that hold one of the words, each with the lines that go on with it (further backends of
 * a frontend), and the head of a table above them. Without words, all lines.
 */
export function matchedLines(lines: readonly string[], words: readonly string[]): string[] {
  if (words.length === 0) return [...lines];
  let isMatched = false;
  return lines.filter((line, index) => {
    if (index === 0 && isTableHead(line)) return true;
    if (!backendLine.test(line)) isMatched = words.some((word) => line.includes(word));
    return isMatched;
  });
}

/** `ID   Frontend   Service Type   Backend`, in every version. */
function isTableHead(line: string): boolean {
  return /^ID\s+Frontend\s/.test(line);
}
