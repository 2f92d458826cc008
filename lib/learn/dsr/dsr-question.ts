import { defaultDatapathSettings } from '@/lib/cilium/packet-path/datapath-settings';
import type { PacketQuestion, PathNode, PathRow } from '@/lib/cilium/packet-path/packet-question';
import { clientIPs, clientPort, exampleEnds, type DsrEnds } from './dsr-ends';
import type { DsrParameters } from './dsr-parameters';
import { momentOf, requestPayloadBytes } from './dsr-packet';

/** The two nodes, by the names that the sentences of a walk use: the first gets the packet. */
export const nodeNames = ['node 1', 'node 2'] as const;

/** Gives the addresses that take part. */
export function endsOf({ ends, family, backend, dispatch, mode }: DsrParameters): DsrEnds {
  return ends ?? exampleEnds(family, backend, dispatch === 'ipip' && mode !== 'snat');
}

/** Gives the question that parameters ask of the model of the datapath. */
export function dsrQuestion(parameters: DsrParameters): PacketQuestion {
  const { protocol, family, faults, isBackendReplaced } = parameters;
  const { service, backend } = endsOf(parameters);
  const row: PathRow = {
    ...service,
    scope: 'external',
    type: 'LoadBalancer',
    backends: [
      {
        ...backend,
        state: 'active',
        node: parameters.backend === 'local' ? nodeNames[0] : nodeNames[1],
        name: 'pod',
        maglevShare: null,
      },
    ],
  };
  return {
    protocol,
    client: { kind: 'outside', ip: clientIPs[family], port: clientPort, entryNode: nodeNames[0] },
    to: service,
    nodes: new Map([0, 1].map((index) => [nodeNames[index] ?? '', pathNode(parameters, index)])),
    rows: new Map(nodeNames.map((name) => [name, [row]])),
    policies: {
      externalTrafficPolicy: 'Cluster',
      internalTrafficPolicy: 'Cluster',
      sessionAffinity: false,
      sourceRanges: [],
      forwardingMode: null,
    },
    fabric: {
      sourceCheckedNodes: new Set(
        nodeNames.filter((_, index) => faults.includes(index === 0 ? 'source-check-1' : 'source-check-2')),
      ),
      dropsIPOptions: faults.includes('ip-options'),
    },
    moment: momentOf(parameters),
    isBackendReplaced,
    payloadBytes: requestPayloadBytes(parameters),
    follow: null,
  };
}

function pathNode(parameters: DsrParameters, index: number): PathNode {
  const { mode, dispatch, routing, family, mtuBytes, minor } = parameters;
  const { nodeIPs, internalIPs } = endsOf(parameters);
  const none = { IPv4: null, IPv6: null };
  return {
    name: nodeNames[index] ?? '',
    ips: { ...none, [family]: nodeIPs[index] ?? null },
    internalIPs: { ...none, [family]: internalIPs[index] ?? null },
    settings: {
      ...defaultDatapathSettings({ major: 1, minor, patch: 0 }),
      mode,
      dispatch,
      tunnel: routing === 'native' ? null : routing,
      mtuBytes,
    },
  };
}
