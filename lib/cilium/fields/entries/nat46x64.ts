import { featuresOf } from '../features';
import type { FieldEntry } from '../field-entry';
import { ofFeature } from '../field-value';
import { code } from '../passage';

/** `NAT46/64 Support:`, a line of its own or the head of three. */
export const nat46x64: FieldEntry = {
  id: 'nat46x64',
  title: 'NAT46/64 Support',
  labels: ['NAT46/64 Support'],
  block: 'details',
  path: 'kubeProxyReplacement.features.nat46X64.enabled',
  printed: [{ since: '1.12' }],
  printedWhen: '',
  what: 'Whether this node can translate between IPv4 and IPv6, so that one family’s clients reach the other family’s servers.',
  why: [
    {
      text: 'Clusters and clients move to IPv6 at different times. A translation at the load balancer lets one side move first.',
      expert: 'Printed as on if either half is: translation for Services, or the gateway.',
    },
  ],
  value: (status) => ofFeature(featuresOf(status).nat46X64),
  meaning(status, { node }) {
    const feature = featuresOf(status).nat46X64;
    if (feature?.enabled !== true)
      return [
        `${code(node)} does not translate between families: an IPv4 frontend has IPv4 backends only, and IPv6 likewise.`,
      ];
    const parts = [
      feature.service?.enabled === true ? 'for Services' : '',
      feature.gateway?.enabled === true ? 'as a gateway for any traffic' : '',
    ].filter((part) => part !== '');
    return [
      parts.length === 0
        ? `${code(node)} translates between IPv4 and IPv6.`
        : `${code(node)} translates between IPv4 and IPv6 ${parts.join(' and ')}; the lines below it tell them apart.`,
    ];
  },
  costs: ['Both address families must be on in the cluster.'],
  misunderstood: [
    {
      claim: 'A dual-stack Service needs it.',
      truth:
        'Such a Service has a frontend and backends in each family. This is for a frontend of one and backends of the other.',
    },
  ],
  prerequisites: ['IPv4 and IPv6 both enabled in Cilium.', 'For Services: Mode SNAT.'],
  settings: [],
  current: () => null,
  grep: 'NAT46/64',
  grepLinesAfter: 3,
  versions: [
    'One line in 1.12. From 1.13 Disabled is printed on the line itself, and Enabled as separate lines for Services and Gateway.',
  ],
  docs: { page: 'kube-proxy-free' },
  related: ['nat46x64-services', 'nat46x64-gateway', 'nat46x64-prefixes', 'mode'],
};

/** `- Services:` under NAT46/64. */
export const nat46x64Services: FieldEntry = {
  id: 'nat46x64-services',
  title: 'NAT46/64 Services',
  labels: ['Services'],
  block: 'nat46x64',
  path: 'kubeProxyReplacement.features.nat46X64.service.enabled',
  printed: [{ since: '1.13' }],
  printedWhen: 'only while NAT46/64 Support is on',
  what: 'Whether a Service’s frontend of one address family may have backends of the other.',
  why: [
    'An IPv6-only cluster can so offer an IPv4 address, and the reverse, without a second stack in its pods.',
  ],
  value: (status) => ofFeature(featuresOf(status).nat46X64?.service),
  meaning: (status, { node }) =>
    featuresOf(status).nat46X64?.service?.enabled === true
      ? [
          {
            text: `On ${code(node)} an IPv4 frontend can send its clients to IPv6 backends, and the other way round.`,
            expert: 'IPv4 backends stand in the maps as ::ffff:a.b.c.d.',
          },
        ]
      : [`On ${code(node)} frontend and backends are of one family.`],
  absent: (status) =>
    featuresOf(status).nat46X64?.enabled === false
      ? 'Printed only while NAT46/64 Support is on; here it is off as a whole.'
      : null,
  costs: ['Works with Mode SNAT only: the agent refuses to start with DSR or Hybrid.'],
  misunderstood: [
    {
      claim: 'It was always a switch.',
      truth: 'Before 1.18 it followed from other settings: both families on, and SNAT.',
    },
  ],
  prerequisites: ['Mode SNAT.', 'IPv4 and IPv6 both enabled.'],
  settings: [
    {
      helm: null,
      key: 'bpf-lb-nat46x64',
      values: ['true', 'false'],
      default: 'false',
      since: '1.18',
    },
  ],
  current: (status) => {
    const feature = featuresOf(status).nat46X64?.service;
    return feature === undefined ? null : String(feature.enabled);
  },
  grep: 'NAT46/64',
  grepLinesAfter: 3,
  versions: ['A line of its own from 1.13; a setting of its own from 1.18, hidden.'],
  docs: { page: 'kube-proxy-free' },
  related: ['nat46x64', 'nat46x64-gateway', 'mode'],
};
