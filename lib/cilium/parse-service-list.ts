import type { ServiceList } from './service-list';
import { parseServiceListJSON } from './service-list-json';
import { ServiceListTextParser } from './service-list-text';
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
  const bytes = typeof output === 'string' ? new TextEncoder().encode(output) : output;
  return new ServiceListTextParser(bytes).parse();
}
