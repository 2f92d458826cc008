import { embedIPv4 } from './nat-prefix';
import { familyOfClient, otherFamily, type NatParameters } from './nat-parameters';

/** The two nodes, by the names that the sentences of a walk use: the first translates. */
export const nodeNames = ['node 1', 'node 2'] as const;
/** What sentences call the server behind the gateway. */
export const serverName = 'the server';

/** The addresses of both nodes, in their order: examples. */
export const nodeIPs = [
  { IPv4: '192.0.2.11', IPv6: '2001:db8:1::11' },
  { IPv4: '192.0.2.12', IPv6: '2001:db8:1::12' },
] as const;

const clientIPs = { IPv4: '198.51.100.7', IPv6: '2001:db8:f::7' } as const;
const serviceIPs = { IPv4: '203.0.113.10', IPv6: '2001:db8:5::10' } as const;
const podIPs = {
  local: { IPv4: '10.0.1.10', IPv6: 'fd00:1::10' },
  remote: { IPv4: '10.0.2.20', IPv6: 'fd00:2::20' },
} as const;

type End = { ip: string; port: number };

/** Who takes part: addresses of the documentation ranges, but for the server's, which is asked for. */
type NatEnds = {
  client: End;
  /** What the client calls: the Service, or the server's address in the prefix. */
  called: End;
  /** Who answers: a pod, or the server. */
  backend: End;
};

/** Gives the addresses that take part. */
export function natEnds(parameters: NatParameters): NatEnds {
  const family = familyOfClient(parameters);
  const client = { ip: clientIPs[family], port: 40000 };
  if (parameters.feature === 'gateway') {
    return {
      client,
      called: { ip: embedIPv4(parameters.serverIP) ?? '', port: 80 },
      backend: { ip: parameters.serverIP, port: 80 },
    };
  }
  return {
    client,
    called: { ip: serviceIPs[family], port: 80 },
    backend: { ip: podIPs[parameters.backend][otherFamily(family)], port: 8080 },
  };
}
