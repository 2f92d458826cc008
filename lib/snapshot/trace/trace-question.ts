import { isUnspecifiedIP, splitAddressSuffix } from '@/lib/cilium/ip-address';
import type { IPFamily, L4 } from '@/lib/cilium/packet-path/packet';
import { familyOf } from '@/lib/cilium/packet-path/packet';
import type {
  PacketQuestion,
  PathBackend,
  PathClient,
  PathNode,
  PathRow,
} from '@/lib/cilium/packet-path/packet-question';
import type { FrontendDetail, FrontendView } from '../frontend-view';
import type { MaglevShares } from './maglev-shares-of';
import { shareKey } from './maglev-shares-of';
import type { TracePod, TraceSource } from './trace-source';

/** Which packet of a connection is followed: the first, a full one of an established connection, one whose backend went. */
export type TracePacket = 'first' | 'full' | 'replaced';

export type TraceRequest = {
  frontend: FrontendView;
  /** All rows of all agents. */
  frontends: readonly FrontendView[];
  policies: FrontendDetail['policies'];
  nodes: ReadonlyMap<string, PathNode>;
  pods: readonly TracePod[];
  source: TraceSource;
  protocol: L4;
  packet: TracePacket;
  /** The backend to follow, `ip:port`; null for any. */
  follow: string | null;
  maglev: MaglevShares | null;
  checksSource: boolean;
  dropsIPOptions: boolean;
};

/** Clients outside, of the addresses kept for documentation (RFC 5737, RFC 3849), on a port that SNAT keeps. */
const exampleClients: Record<IPFamily, string> = { IPv4: '198.51.100.7', IPv6: '2001:db8::7' };
const clientPort = 40000;

/** The headers of TCP with the options of a SYN, and of UDP with a short datagram, in bytes. */
const firstPayloadBytes = { TCP: 40, UDP: 64 };

/**
 * Makes the question for the datapath out of what agents and the API say; null where the source is not known: no such
 * node or pod, or an agent that has never answered.
 */
export function traceQuestion(request: TraceRequest): PacketQuestion | null {
  const { frontend, source, nodes, protocol, packet, follow, checksSource, dropsIPOptions } = request;
  const node = nodeOf(request);
  const at = node === undefined ? undefined : nodes.get(node);
  if (at === undefined) return null;
  const to = addressOf(frontend, at);
  if (to === null) return null;
  const client = clientOf(source, request.pods, familyOf(to.ip));
  if (client === null) return null;
  const ipBytes = familyOf(to.ip) === 'IPv6' ? 40 : 20;
  return {
    protocol,
    client,
    to,
    nodes,
    rows: rowsOf(request, to),
    policies: policiesOf(request.policies),
    fabric: { sourceCheckedNodes: new Set(checksSource ? nodes.keys() : []), dropsIPOptions },
    moment: packet === 'first' ? 'first' : 'later',
    isBackendReplaced: packet === 'replaced',
    payloadBytes: packet === 'full' ? at.settings.mtuBytes - ipBytes : firstPayloadBytes[protocol],
    follow,
  };
}

function nodeOf({ source, pods }: TraceRequest): string | undefined {
  if (source.kind !== 'pod') return source.node;
  return pods.find(({ ip }) => ip === source.ip)?.node;
}

/** A wildcard is no address to send to: the node's own stands for it. */
function addressOf({ ip, port }: FrontendView, node: PathNode): PacketQuestion['to'] | null {
  const { address } = splitAddressSuffix(ip);
  if (!isUnspecifiedIP(address)) return { ip: address, port };
  const own = node.ips[familyOf(address)];
  return own === null ? null : { ip: own, port };
}

function clientOf(source: TraceSource, pods: readonly TracePod[], family: IPFamily): PathClient | null {
  if (source.kind === 'outside')
    return { kind: 'outside', ip: exampleClients[family], port: clientPort, entryNode: source.node };
  if (source.kind === 'node') return { kind: 'node', node: source.node, port: clientPort };
  const pod = pods.find(({ ip }) => ip === source.ip);
  if (pod === undefined || familyOf(pod.ip) !== family) return null;
  return { kind: 'pod', node: pod.node, name: pod.name, ip: pod.ip, port: clientPort };
}

/** The rows of each node that may serve the address: its own and the wildcards of its port. */
function rowsOf({ frontends, nodes, protocol, maglev }: TraceRequest, to: PacketQuestion['to']) {
  const rows = new Map<string, PathRow[]>();
  for (const frontend of frontends) {
    const isOfPort =
      frontend.port === to.port && (frontend.protocol === null || frontend.protocol === protocol);
    if (!isOfPort || !(frontend.ip === to.ip || isUnspecifiedIP(frontend.ip))) continue;
    for (const node of frontend.nodes) {
      if (!nodes.has(node)) continue;
      rows.set(node, [...(rows.get(node) ?? []), rowOf(frontend, node, maglev)]);
    }
  }
  return rows;
}

function rowOf(
  { ip, port, scope, type, backends }: FrontendView,
  node: string,
  maglev: MaglevShares | null,
): PathRow {
  return {
    ip,
    port,
    scope,
    type,
    backends: backends
      .filter(({ nodes }) => nodes.includes(node))
      .map((backend): PathBackend => ({
        ip: splitAddressSuffix(backend.ip).address,
        port: backend.port,
        state: backend.state,
        node: backend.target.node,
        name: backend.target.name,
        maglevShare: maglev?.shareOf.get(shareKey(backend)) ?? null,
      })),
  };
}

function policiesOf(policies: FrontendDetail['policies']): PacketQuestion['policies'] {
  const forwardingMode = policies?.annotations['service.cilium.io/forwarding-mode'];
  return {
    externalTrafficPolicy: policies?.externalTrafficPolicy === 'Local' ? 'Local' : 'Cluster',
    internalTrafficPolicy: policies?.internalTrafficPolicy === 'Local' ? 'Local' : 'Cluster',
    sessionAffinity: policies?.sessionAffinity === 'ClientIP',
    sourceRanges: policies?.sourceRanges ?? [],
    forwardingMode: forwardingMode === 'dsr' || forwardingMode === 'snat' ? forwardingMode : null,
  };
}
