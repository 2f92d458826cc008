import { isBlank, LF } from './ascii';
import type { Frontend } from './frontend';
import { serviceTypes } from './service-type';

/**
 * Decides whether the last line of a table, where no newline ends it, was cut off.
 * An agent ends every line with a newline and pads it with blanks to a common width; a copy may have lost both.
 */
export function isTableCutOff(
  bytes: Uint8Array,
  start: number,
  end: number,
  before: readonly Frontend[],
): boolean {
  const previousEnd = start - 1;
  const previousStart = previousEnd > 0 ? bytes.lastIndexOf(LF, previousEnd - 1) + 1 : 0;
  const isPadded = previousEnd > previousStart && isBlank(bytes[previousEnd - 1] ?? 0);
  const isShort = isPadded && end - start < previousEnd - previousStart;
  const text = new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + 2000)));
  const line = text.trimEnd();
  if (line === '') return false;
  if (line.startsWith('ID')) return !line.endsWith('Backend');
  if (!line.includes('=>')) return isShort || lacksType(line, before);
  return lacksBackendEnd(line, { isShort, endsInBlank: line.length < text.length }, before);
}

/** True for a row that stops before its service type, in a table that has types. */
function lacksType(line: string, before: readonly Frontend[]): boolean {
  if (!before.some(({ type }) => type !== null)) return false;
  return !line.endsWith('(Remote)') && !serviceTypes.some((type) => line.endsWith(` ${type}`));
}

type LineEnd = { isShort: boolean; endsInBlank: boolean };

/** True for a backend without the protocol or the state that the backends above it have. */
function lacksBackendEnd(
  line: string,
  { isShort, endsInBlank }: LineEnd,
  before: readonly Frontend[],
): boolean {
  if (line.endsWith(')')) return false;
  const sample = before.find(({ backends }) => backends.length > 0)?.backends[0];
  if (sample === undefined) return isShort;
  if (sample.state !== null || (isShort && !endsInBlank)) return true;
  return sample.protocol !== null && !/\/[A-Z]{3,4}$/.test(line);
}
