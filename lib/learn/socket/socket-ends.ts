import { isIP } from '@/lib/cilium/ip-address';
import { familyOf, formatSocketAddress } from '@/lib/cilium/packet-path/packet';
import type { SocketParameters } from './socket-parameters';

type End = { ip: string; port: number };

/** Who is called: all addresses are of one family. */
export type SocketEnds = {
  /** The Service's cluster IP. */
  service: End;
  /** `namespace/name` of the Service; null for the example. */
  serviceName: string | null;
  backend: End;
  /** A node's address and the Service's node port; null where it has none, and the example's stands in. */
  nodePort: End | null;
};

const exampleNodePorts = {
  IPv4: { ip: '192.0.2.11', port: 30080 },
  IPv6: { ip: '2001:db8:1::11', port: 30080 },
} as const;

/** Addresses of the reference, and of its node port. */
export const exampleEnds: SocketEnds = {
  service: { ip: '10.96.0.10', port: 80 },
  serviceName: null,
  backend: { ip: '10.0.2.20', port: 8080 },
  nodePort: exampleNodePorts.IPv4,
};

/** The two addresses of a run as texts: what is called, and where it is answered; and the digit of their family. */
export type CalledAddresses = { service: string; backend: string; digit: 4 | 6 };

/** Gives what the caller calls: the cluster IP, or from outside the node port. */
export function calledAddresses({ ends, caller }: SocketParameters): CalledAddresses {
  const { service, backend, nodePort } = ends ?? exampleEnds;
  const family = familyOf(backend.ip);
  const called = caller === 'outside' ? (nodePort ?? exampleNodePorts[family]) : service;
  return {
    service: formatSocketAddress(called),
    backend: formatSocketAddress(backend),
    digit: family === 'IPv4' ? 4 : 6,
  };
}

/** Names of Services and namespaces are DNS labels of 63 characters at most. */
const namePattern = /^[a-z0-9-]{1,63}\/[a-z0-9-]{1,63}$/;
const endPattern = /^([0-9a-f.:]{2,45})~(\d{1,5})$/i;

/** Writes them for a link: `service~port,backend~port,node~port,namespace/name`; what is null is empty. */
export function formatSocketEnds({ service, backend, nodePort, serviceName }: SocketEnds): string {
  const text = (end: End | null) => (end === null ? '' : `${end.ip}~${end.port}`);
  return [text(service), text(backend), text(nodePort), serviceName ?? ''].join(',');
}

/** Reads it back; null where it is nothing of the kind, or not all of one family. */
export function parseSocketEnds(text: string): SocketEnds | null {
  if (text.length > 400) return null;
  const parts = text.split(',');
  const [serviceText = '', backendText = '', nodeText = '', name = ''] = parts;
  const service = parseEnd(serviceText);
  const backend = parseEnd(backendText);
  const nodePort = nodeText === '' ? null : parseEnd(nodeText);
  if (parts.length !== 4 || service === null || backend === null) return null;
  if (nodeText !== '' && nodePort === null) return null;
  if (name !== '' && !namePattern.test(name)) return null;
  const family = familyOf(service.ip);
  if ([backend, nodePort ?? service].some(({ ip }) => familyOf(ip) !== family)) return null;
  return { service, backend, nodePort, serviceName: name === '' ? null : name };
}

function parseEnd(text: string): End | null {
  const [, ip, port] = endPattern.exec(text) ?? [];
  if (ip === undefined || !isIP(ip) || Number(port) < 1 || Number(port) > 65535) return null;
  return { ip, port: Number(port) };
}
