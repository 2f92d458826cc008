import { featuresOf } from '../features';
import type { FieldEntry } from '../field-entry';
import { notReported, ofFeature, ofText } from '../field-value';
import { code } from '../passage';

/** `- Gateway:` under NAT46/64. */
export const nat46x64Gateway: FieldEntry = {
  id: 'nat46x64-gateway',
  title: 'NAT46/64 Gateway',
  labels: ['Gateway'],
  block: 'nat46x64',
  path: 'kubeProxyReplacement.features.nat46X64.gateway.enabled',
  printed: [{ since: '1.13' }],
  printedWhen: 'only while NAT46/64 Support is on',
  what: 'Whether the node translates any traffic between IPv6 and IPv4 that is routed to it, not only traffic of Services.',
  why: [
    'IPv6-only clients can so reach servers that have an IPv4 address only: the last 32 bits of the address they call are that IPv4 address.',
  ],
  value: (status) => ofFeature(featuresOf(status).nat46X64?.gateway),
  meaning(status, { node }) {
    const gateway = featuresOf(status).nat46X64?.gateway;
    if (gateway?.enabled !== true) return [`${code(node)} translates no traffic but that of Services.`];
    const prefix = gateway.prefixes?.[0] ?? '64:ff9b::/96';
    return [
      {
        text: `A packet routed to ${code(node)} for an address in ${code(prefix)} goes on to the IPv4 address in its last 32 bits, with an IPv4 address of the node as its source.`,
        expert: 'Stateful: source NAT on the gateway, translated back for the answer.',
      },
    ];
  },
  absent: (status) =>
    featuresOf(status).nat46X64?.enabled === false
      ? 'Printed only while NAT46/64 Support is on; here it is off as a whole.'
      : null,
  costs: ['The gateway keeps state for every flow and is on the way back as well.'],
  misunderstood: [
    {
      claim: 'It belongs to the Services of the cluster.',
      truth: 'Services are the other line. The gateway translates whatever is routed to it.',
    },
    {
      claim: 'A configuration that passes the checks runs.',
      truth: 'In the one build recorded, 1.21-dev, the agent accepted it and then died with exit code 2.',
      since: '1.21',
    },
  ],
  prerequisites: [
    'IPv4 and IPv6 both enabled: the agent refuses to start otherwise.',
    'A route for the prefix that leads to this node.',
  ],
  settings: [
    {
      helm: 'nat46x64Gateway.enabled',
      key: 'enable-nat46x64-gateway',
      values: ['true', 'false'],
      default: 'false',
      since: '1.13',
    },
  ],
  current: (status) => {
    const feature = featuresOf(status).nat46X64?.gateway;
    return feature === undefined ? null : String(feature.enabled);
  },
  grep: 'NAT46/64',
  grepLinesAfter: 3,
  versions: ['From 1.13.'],
  docs: { page: 'kube-proxy-free' },
  related: ['nat46x64', 'nat46x64-prefixes', 'nat46x64-services'],
};

/** `Prefixes:` under the gateway. */
export const nat46x64Prefixes: FieldEntry = {
  id: 'nat46x64-prefixes',
  title: 'NAT46/64 Prefixes',
  labels: ['Prefixes'],
  block: 'nat46x64',
  path: 'kubeProxyReplacement.features.nat46X64.gateway.prefixes',
  printed: [{ since: '1.13' }],
  printedWhen: 'only while the gateway is on and has prefixes',
  what: 'The IPv6 prefix whose addresses stand for IPv4 addresses.',
  why: [
    {
      text: 'The gateway must know from the address alone that a packet is meant for translation.',
      expert: 'RFC 6052: a prefix of 96 bits, the IPv4 address in the 32 that are left.',
    },
  ],
  value(status) {
    const prefixes = featuresOf(status).nat46X64?.gateway?.prefixes;
    return prefixes === undefined || prefixes.length === 0 ? notReported : ofText(prefixes.join(', '));
  },
  meaning: (status, { node }) => [
    `${code(node)} takes an address in ${code((featuresOf(status).nat46X64?.gateway?.prefixes ?? []).join(', '))} for the IPv4 address in its last 32 bits: \`64:ff9b::c633:6407\` would be \`198.51.100.7\`.`,
  ],
  costs: [],
  misunderstood: [{ claim: 'The prefix can be chosen.', truth: 'It is a constant of Cilium, 64:ff9b::/96.' }],
  prerequisites: ['Gateway on.'],
  settings: [],
  current: () => null,
  grep: 'Prefixes',
  versions: ['From 1.13.'],
  docs: { page: 'kube-proxy-free' },
  related: ['nat46x64-gateway', 'nat46x64'],
};
