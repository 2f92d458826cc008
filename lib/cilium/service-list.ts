import type { Frontend } from './frontend';
import type { UnparsedLine } from './unparsed-line';

/** What `cilium service list` said, from text or from JSON, in the order printed. */
export type ServiceList = {
  frontends: Frontend[];
  unparsed: UnparsedLine[];
};
