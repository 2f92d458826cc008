import { isBlank, isLetter, startsWithBytes, textBytes } from './ascii';
import { ByteDictionary } from './byte-dictionary';
import type { ServiceType } from './frontend';
import { toServiceType } from './service-type';

const remoteMark = textBytes('(Remote)');
const types = new ByteDictionary<ServiceType | null>(1000);
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
  read(bytes: Uint8Array, start: number): number {
    this.type = null;
    this.remote = false;
    this.unknown = '';
    let end = start;
    while (end - start < maxTypeLength && isLetter(bytes[end] ?? 0)) end += 1;
    if (end === start) return start;
    this.type = types.get(bytes, start, end, toServiceType);
    if (this.type === null) this.unknown = new TextDecoder().decode(bytes.subarray(start, end));
    const mark = isBlank(bytes[end] ?? 0) ? end + 1 : end;
    if (!startsWithBytes(bytes, remoteMark, mark)) return end;
    this.remote = true;
    return mark + remoteMark.length;
  }
}
