import type { ServiceList } from './service-list';
import { parseServiceListJSON } from './service-list-json';
import { parseServiceListText } from './service-list-text';
import { isJSON } from './output-shape';

/**
 * Reads what `cilium service list` printed, as a table or as `-o json` (v1.5 to main); the shape decides which.
 * Takes the text or its UTF-8 bytes. Never throws; takes linear time.
 * @returns the rows in the order printed, and every line that was not understood.
 */
export function parseServiceList(output: string | Uint8Array): ServiceList {
  if (isJSON(output)) {
    return parseServiceListJSON(typeof output === 'string' ? output : new TextDecoder().decode(output));
  }
  return parseServiceListText(typeof output === 'string' ? encode(output) : output);
}

/** The memory the last text was encoded into: a fresh one of many megabytes costs more than the encoding. */
let scratch: WeakRef<Uint8Array> | null = null;

/** Gives the UTF-8 bytes of a text, good until the next call. */
function encode(text: string): Uint8Array {
  // Outputs are ASCII but for comments; where they are not, the whole of it is encoded anew.
  const neededBytes = text.length + 4096;
  let memory = scratch?.deref();
  if (memory === undefined || memory.length < neededBytes) {
    memory = new Uint8Array(neededBytes);
    scratch = new WeakRef(memory);
  }
  const { read, written } = new TextEncoder().encodeInto(text, memory);
  return read === text.length ? memory.subarray(0, written) : new TextEncoder().encode(text);
}
