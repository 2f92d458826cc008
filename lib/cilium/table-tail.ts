import { isBlank, LF } from './ascii';
import type { Frontend } from './frontend';
import { serviceTypes } from './service-type';

/**
 * Decides whether the last line of a table, where no newline ends it, was cut off.
 * An agent ends every line with a newline and pads it with blanks to a common width; a copy may have lost both.
 */
export function isTableCutOff(bytes: Uint8Array, start: number, before: readonly Frontend[]): boolean {
  const previousEnd = start - 1;
  const previousStart = previousEnd > 0 ? bytes.lastIndexOf(LF, previousEnd - 1) + 1 : 0;
  const isPadded = previousEnd > previousStart && isBlank(bytes[previousEnd - 1] ?? 0);
  const isShort = isPadded && bytes.length - start < previousEnd - previousStart;
  const text = new TextDecoder().decode(bytes.subarray(start, start + 2000));
  const line = text.trimEnd();
  if (line === '') return false;
  if (line.startsWith('ID')) return !line.endsWith('Backend');
  if (!line.includes('=>')) return isShort || lacksType(line, before);
  return lacksBackendEnd(line, isShort && line.length === text.length, before);
}

/** True for a row that stops before its service type, in a table that has types. */
function lacksType(line: string, before: readonly Frontend[]): boolean {
  if (!before.some(({ type }) => type !== null)) return false;
  return !line.endsWith('(Remote)') && !serviceTypes.some((type) => line.endsWith(` ${type}`));
}

/** True for a backend without the protocol or the state that the backends above it have. */
function lacksBackendEnd(line: string, stopsInsideCell: boolean, before: readonly Frontend[]): boolean {
  const sample = before.find(({ backends }) => backends.length > 0)?.backends[0];
  if (line.endsWith(')')) return false;
  if (sample === undefined || sample.state === null) {
    if (stopsInsideCell) return true;
    return sample !== undefined && sample.protocol !== null && !/\/[A-Z]{3,4}$/.test(line);
  }
  return true;
}
