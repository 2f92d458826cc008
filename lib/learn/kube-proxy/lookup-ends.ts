import { isIP } from '@/lib/cilium/ip-address';
import { familyOf } from '@/lib/cilium/packet-path/packet';

type End = { ip: string; port: number };

/** Who is called: all addresses are of one family. */
export type LookupEnds = {
  /** As kube-proxy writes it: `namespace/name:port`, without `:port` where the port has no name. */
  name: string;
  protocol: 'TCP' | 'UDP';
  /** The Service's cluster IP. */
  service: End;
  /** The endpoint that is drawn. */
  backend: End;
  /** A node's address and the Service's node port; null where it has none, and the example's stands in. */
  nodePort: End | null;
};

export const exampleNodePorts = {
  IPv4: { ip: '192.0.2.11', port: 30080 },
  IPv6: { ip: '2001:db8:1::11', port: 30080 },
} as const;

/** The addresses to begin with. */
export const exampleLookupEnds: LookupEnds = {
  name: 'shop/web:http',
  protocol: 'TCP',
  service: { ip: '10.96.0.20', port: 80 },
  backend: { ip: '10.0.2.11', port: 8080 },
  nodePort: exampleNodePorts.IPv4,
};

/** Names of Services and namespaces are DNS labels, as is that of a port. */
const namePattern = /^[a-z0-9-]{1,63}\/[a-z0-9-]{1,63}(:[a-z0-9-]{1,63})?$/;
const endPattern = /^([0-9a-f.:]{2,45})~(\d{1,5})$/i;

/** Writes them for a link: `name,protocol,service~port,backend~port,node~port`; what is null is empty. */
export function formatLookupEnds({ name, protocol, service, backend, nodePort }: LookupEnds): string {
  const text = (end: End | null) => (end === null ? '' : `${end.ip}~${end.port}`);
  return [name, protocol, text(service), text(backend), text(nodePort)].join(',');
}

/** Reads them back; null where they are nothing of the kind, or not all of one family. */
export function parseLookupEnds(text: string): LookupEnds | null {
  if (text.length > 400) return null;
  const parts = text.split(',');
  const [name = '', protocol, serviceText = '', backendText = '', nodeText = ''] = parts;
  if (parts.length !== 5 || !namePattern.test(name)) return null;
  if (protocol !== 'TCP' && protocol !== 'UDP') return null;
  const service = parseEnd(serviceText);
  const backend = parseEnd(backendText);
  const nodePort = nodeText === '' ? null : parseEnd(nodeText);
  if (service === null || backend === null || (nodeText !== '' && nodePort === null)) return null;
  const family = familyOf(service.ip);
  if ([backend, nodePort ?? service].some(({ ip }) => familyOf(ip) !== family)) return null;
  return { name, protocol, service, backend, nodePort };
}

function parseEnd(text: string): End | null {
  const [, ip, port] = endPattern.exec(text) ?? [];
  if (ip === undefined || !isIP(ip) || Number(port) < 1 || Number(port) > 65535) return null;
  return { ip, port: Number(port) };
}
