import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import type { RowDifference } from '@/lib/cilium/agreement/row-difference';
import { nameNodes } from '../merge/name-nodes';

/** A backend as a sentence names it: `web-x (10.0.0.1:80/TCP)`; the name is null where the API has none. */
export type NameBackend = (ip: string, port: number) => string | null;

/** One difference as a sentence that names who, what, and compared with what. `service` is `namespace/name`, null for none. */
export function differenceText(
  difference: RowDifference,
  nodes: readonly string[],
  service: string | null,
  nameOf: NameBackend,
): string {
  const who = nameNodes(nodes).replace(/^n/, 'N');
  const has = nodes.length === 1 ? 'has' : 'have';
  const does = nodes.length === 1 ? 'does' : 'do';
  const backend = 'backend' in difference ? named(difference.backend, nameOf) : '';
  const endpoints = service === null ? 'the API' : `an EndpointSlice of ${service}`;
  switch (difference.kind) {
    case 'leftover-backend': {
      const nobody = service === null ? 'no object of the API' : `no EndpointSlice of ${service}`;
      return `${who} still ${has} the backend ${backend}, which ${nobody} has.`;
    }
    case 'missing-backend':
      return `${who} ${does} not have the backend ${backend}, which ${endpoints} lists.`;
    case 'wrong-state':
      return `${who} ${has} ${backend} as ${difference.state}; by ${endpoints} it is ${difference.wanted}.`;
    case 'quarantined-backend':
      return `${backend} is quarantined on ${nameNodes(nodes)}: health checks fail.`;
    case 'missing-row':
      return `The row is missing on ${nameNodes(nodes)}.`;
    case 'leftover-row':
      return `${who} ${has} this row, which no Service, pod or policy asks for.`;
    case 'wrong-type':
      return `${who} ${has} this row as ${difference.type}; it is ${difference.wanted}.`;
    case 'nodes-disagree':
      return `${who} ${does} not have the same backends as the other nodes.`;
  }
}

function named(
  backend: { ip: string; port: number; protocol: Parameters<typeof formatL3n4Addr>[0]['protocol'] },
  nameOf: NameBackend,
): string {
  const address = formatL3n4Addr({ ...backend, scope: 'external' });
  const name = nameOf(backend.ip, backend.port);
  return name === null ? address : `${name} (${address})`;
}
