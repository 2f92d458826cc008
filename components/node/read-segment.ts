/** Reads a segment of the URL as the router gives it, percent signs and all; a broken escape stays as it is. */
export function readSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
