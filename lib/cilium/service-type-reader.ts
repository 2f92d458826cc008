import { isBlank, isLetter } from './ascii';
import type { ServiceType } from './frontend';
import { startsWithBytes, textBytes } from './ascii';
import { toServiceType } from './service-type';

const remoteMark = textBytes('(Remote)');
const maxTypeLength = 32;

/**
 * Reads the `Service Type` cell: `ClusterIP`, and from v1.14 on `ClusterIP (Remote)`.
 * The last cell read stands in the fields.
 */
export class ServiceTypeReader {
  type: ServiceType | null = null;
  remote = false;
  /** The name of a type that no known version prints; empty otherwise. */
  unknown = '';

  /** Reads the cell at `start`, if there is one (v1.5 has none), and gives the index after it. */
  read(bytes: Uint8Array, start: number, limit: number): number {
    this.type = null;
    this.remote = false;
    this.unknown = '';
    let end = start;
    while (end < limit && end - start < maxTypeLength && isLetter(bytes[end] ?? 0)) end += 1;
    if (end === start) return start;
    const name = String.fromCharCode(...bytes.subarray(start, end));
    this.type = toServiceType(name);
    if (this.type === null) this.unknown = name;
    const mark = end < limit && isBlank(bytes[end] ?? 0) ? end + 1 : end;
    if (!startsWithBytes(bytes, remoteMark, mark, limit)) return end;
    this.remote = true;
    return mark + remoteMark.length;
  }
}
