import type { DatapathSettings } from './datapath-settings';
import { defaultDatapathSettings } from './datapath-settings';
import type { IPFamily, L4 } from './packet';
import type { PacketQuestion, PathBackend, PathClient, PathNode, PathRow } from './packet-question';

/** The addresses of the reference's packet walks, by family: client, Service, pod and the two nodes. */
export const addresses = {
  IPv4: {
    client: '198.51.100.7',
    service: '203.0.113.10',
    pod: '10.0.2.20',
    localPod: '10.0.1.10',
    n1: '192.0.2.11',
    n2: '192.0.2.12',
    internal: '10.0.1.1',
  },
  IPv6: {
    client: '2001:db8:f::7',
    service: '2001:db8:5::10',
    pod: 'fd00:2::20',
    localPod: 'fd00:1::10',
    n1: '2001:db8:1::11',
    n2: '2001:db8:1::12',
    internal: 'fd00:1::1',
  },
} as const;

export type QuestionFixture = {
  family?: IPFamily;
  protocol?: L4;
  settings?: Partial<DatapathSettings>;
  minor?: number;
  backend?: 'local' | 'remote' | 'none';
  backendPort?: number;
  row?: Partial<PathRow>;
  client?: PathClient;
  over?: Partial<PacketQuestion>;
};

/** A node of the reference with one address family, as single-stack clusters have. */
function node(
  name: string,
  family: IPFamily,
  ip: string,
  internal: string | null,
  settings: DatapathSettings,
): PathNode {
  const none = { IPv4: null, IPv6: null };
  return { name, ips: { ...none, [family]: ip }, internalIPs: { ...none, [family]: internal }, settings };
}

export function backendOf(ip: string, port: number, on: string | null): PathBackend {
  return { ip, port, state: 'active', node: on, name: 'pod', maglevShare: null };
}

/** A SYN or datagram of the reference's client to its Service: `n1` gets it, `n2` has the remote backend. */
export function questionFixture({
  family = 'IPv4',
  protocol = 'TCP',
  settings = {},
  minor = 21,
  backend = 'remote',
  backendPort = 8080,
  row = {},
  client,
  over = {},
}: QuestionFixture = {}): PacketQuestion {
  const at = addresses[family];
  const all = { ...defaultDatapathSettings({ major: 1, minor, patch: 0 }), ...settings };
  const backends = {
    none: [],
    local: [backendOf(at.localPod, backendPort, 'n1')],
    remote: [backendOf(at.pod, backendPort, 'n2')],
  }[backend];
  const port = 80;
  const rows: PathRow[] = [
    { ip: at.service, port, scope: 'external', type: 'LoadBalancer', backends, ...row },
  ];
  return {
    protocol,
    client: client ?? { kind: 'outside', ip: at.client, port: 40000, entryNode: 'n1' },
    to: { ip: row.ip ?? at.service, port: row.port ?? port },
    nodes: new Map([
      ['n1', node('n1', family, at.n1, at.internal, all)],
      ['n2', node('n2', family, at.n2, null, all)],
    ]),
    rows: new Map([
      ['n1', rows],
      ['n2', rows],
    ]),
    policies: {
      externalTrafficPolicy: 'Cluster',
      internalTrafficPolicy: 'Cluster',
      sessionAffinity: false,
      sourceRanges: [],
      forwardingMode: null,
    },
    fabric: { sourceCheckedNodes: new Set(), dropsIPOptions: false },
    moment: 'first',
    isBackendReplaced: false,
    payloadBytes: 40,
    follow: null,
    ...over,
  };
}
