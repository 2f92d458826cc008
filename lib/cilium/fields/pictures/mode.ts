import type { AgentStatus } from '../../agent-status';
import { directRoutingIP, featuresOf, networkRouting } from '../features';
import type { FieldContext } from '../field-context';
import type { Hop, Picture, Station } from './picture';
import { changed, exampleClient, same } from './picture';

type Way = 'snat' | 'dsr' | 'ipip' | 'local';

type Names = {
  receiving: string;
  other: string;
  frontend: string;
  backend: string;
  pod: string;
  own: string;
  dispatch: string | undefined;
};

/** The way a packet takes under the node’s mode; Hybrid is DSR for TCP and SNAT for UDP. */
function wayOf(status: AgentStatus, l4: 'TCP' | 'UDP'): Way | null {
  const dsr = featuresOf(status).nodePort?.dsrMode === 'IPIP' ? 'ipip' : 'dsr';
  switch (featuresOf(status).nodePort?.mode?.toLowerCase()) {
    case 'snat':
      return 'snat';
    case 'dsr':
      return dsr;
    case 'hybrid':
      return l4 === 'TCP' ? dsr : 'snat';
    default:
      return null;
  }
}

function hopsOf(way: Way, { frontend, backend, own, dispatch }: Names): Hop[] {
  const client = same(exampleClient.port);
  const arrives: Hop = {
    from: 0,
    to: 1,
    lane: 'request',
    source: client,
    destination: same(frontend),
    note: '',
  };
  const home: Hop = {
    from: 1,
    to: 0,
    lane: 'answer',
    source: changed(frontend),
    destination: way === 'snat' ? changed(exampleClient.port) : client,
    note: 'translated back',
  };
  switch (way) {
    case 'local':
      return [
        arrives,
        {
          from: 1,
          to: 2,
          lane: 'request',
          source: client,
          destination: changed(backend),
          note: 'DNAT: only the destination changes',
        },
        { from: 2, to: 1, lane: 'answer', source: same(backend), destination: client, note: '' },
        home,
      ];
    case 'snat':
      return [
        arrives,
        {
          from: 1,
          to: 2,
          lane: 'request',
          source: changed(own),
          destination: changed(backend),
          note: 'DNAT, then SNAT: both addresses change',
        },
        { from: 2, to: 1, lane: 'answer', source: same(backend), destination: same(own), note: '' },
        home,
      ];
    case 'dsr':
      return [
        arrives,
        {
          from: 1,
          to: 2,
          lane: 'request',
          source: client,
          destination: changed(backend),
          note: `carries ${frontend} along`,
          carries: dispatch === 'Geneve' ? `Geneve, with ${frontend}` : `carries ${frontend}`,
        },
        direct(frontend),
      ];
    case 'ipip':
      return [
        arrives,
        {
          from: 1,
          to: 2,
          lane: 'request',
          source: client,
          destination: same(frontend),
          note: `unchanged, inside a packet to ${backend}; translated on the backend’s node`,
          carries: `inside IP to ${backend.replace(/:\d+$/, '')}`,
        },
        direct(frontend),
      ];
  }
}

/** The answer that passes the receiving node by. */
function direct(frontend: string): Hop {
  return {
    from: 2,
    to: 0,
    lane: 'answer',
    source: changed(frontend),
    destination: same(exampleClient.port),
    note: 'straight to the client, as the Service',
  };
}

function stationsOf(way: Way, names: Names): [Station, Station, Station] {
  const client: Station = {
    title: 'Client',
    address: exampleClient.ip,
    request: '',
    answer: '',
    remark: '',
    active: false,
  };
  const work = {
    snat: { request: 'DNAT, then SNAT', answer: 'translate back', remark: 'keeps one NAT entry' },
    dsr: { request: 'DNAT, add address', answer: '', remark: 'keeps no NAT entry' },
    ipip: { request: 'wrap in IP', answer: '', remark: 'keeps no NAT entry' },
    local: { request: 'DNAT', answer: 'translate back', remark: 'no SNAT needed' },
  }[way];
  const sees = way === 'snat' ? names.own.replace(/:\d+$/, '') : exampleClient.ip;
  return [
    client,
    { title: names.receiving, address: '', ...work, active: true },
    {
      title: names.other,
      address: names.backend,
      request: names.pod,
      answer: '',
      remark: `sees ${sees}`,
      active: way === 'dsr' || way === 'ipip',
    },
  ];
}

/**
 * The way of a packet from outside and of its answer, with the reader’s own addresses;
 * null where the node serves nobody outside or its mode is not known.
 */
export function pictureOfMode(
  status: AgentStatus,
  context: FieldContext,
  l4: 'TCP' | 'UDP' = 'TCP',
): Picture | null {
  const remote = wayOf(status, l4);
  const backend = context.outside?.backend;
  if (remote === null || context.outside === null || backend === null || backend === undefined) return null;
  const local = backend.node === context.node;
  const way: Way = local ? 'local' : remote;
  const tunnel = networkRouting(status) === 'tunnel';
  const ip = directRoutingIP(status) ?? context.nodeIP;
  const own = tunnel || ip === null ? 'node (internal):40000' : `${ip.includes(':') ? `[${ip}]` : ip}:40000`;
  const names: Names = {
    receiving: `Node ${context.node}`,
    other: local ? 'The same node' : backend.node === null ? 'Another node' : `Node ${backend.node}`,
    frontend: context.outside.address,
    backend: backend.address,
    pod: backend.name ?? 'backend',
    own,
    dispatch: featuresOf(status).nodePort?.dsrMode,
  };
  const form = { snat: 'SNAT', dsr: 'DSR', ipip: 'DSR in IPIP', local: 'a backend on the same node' }[way];
  const isDirect = way === 'dsr' || way === 'ipip';
  return {
    label: `Way of a request and its answer with ${form}: ${isDirect ? 'the backend’s node answers the client directly' : 'there and back through the same node'}`,
    stations: stationsOf(way, names),
    hops: hopsOf(way, names),
    caption: local
      ? 'No backend of yours on another node is known, so this is the way to one on the same node. The client is an example.'
      : 'The client is an example; all other addresses are this cluster’s.',
  };
}
