import { defaultDatapathSettings } from '@/lib/cilium/packet-path/datapath-settings';
import type { PacketQuestion, PathNode, PathRow } from '@/lib/cilium/packet-path/packet-question';
import { natEnds, nodeIPs, nodeNames } from './nat-ends';
import type { NatParameters } from './nat-parameters';
import { translatesServices } from './nat-status';

/** What stands behind the IP header: a TCP SYN with options, or a short datagram with its UDP header. */
export const payloadBytes = { TCP: 40, UDP: 40 } as const;

/** Gives the question that parameters ask of the model of the datapath. */
export function natQuestion(parameters: NatParameters): PacketQuestion {
  const { protocol, feature, backend } = parameters;
  const { client, called, backend: to } = natEnds(parameters);
  const row: PathRow = {
    ...called,
    scope: 'external',
    type: 'ExternalIPs',
    backends: [
      {
        ...to,
        state: 'active',
        node: backend === 'local' ? nodeNames[0] : nodeNames[1],
        name: 'pod',
        maglevShare: null,
      },
    ],
  };
  return {
    protocol,
    client: { kind: 'outside', ...client, entryNode: nodeNames[0] },
    to: called,
    nodes: new Map(nodeNames.map((name, index) => [name, pathNode(parameters, name, index)])),
    rows: new Map(feature === 'services' ? nodeNames.map((name) => [name, [row]]) : []),
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
    payloadBytes: payloadBytes[protocol],
    follow: null,
  };
}

function pathNode(parameters: NatParameters, name: string, index: number): PathNode {
  const { mode, minor } = parameters;
  return {
    name,
    ips: nodeIPs[index] ?? { IPv4: null, IPv6: null },
    internalIPs: { IPv4: null, IPv6: null },
    settings: {
      ...defaultDatapathSettings({ major: 1, minor, patch: 0 }),
      mode,
      nat46x64: translatesServices(parameters),
    },
  };
}
