import { featuresOf } from '../features';
import type { FieldEntry } from '../field-entry';
import { ofFeature } from '../field-value';
import { code } from '../passage';
import { examplesSentence } from './examples-sentence';

/** `- externalIPs:` */
export const externalIps: FieldEntry = {
  id: 'external-ips',
  title: 'externalIPs',
  labels: ['externalIPs'],
  block: 'services',
  path: 'kubeProxyReplacement.features.externalIPs.enabled',
  printed: [{}],
  printedWhen: '',
  what: 'Addresses that a Service lists itself, under `spec.externalIPs`.',
  why: [
    'Where routers already lead an address to the nodes, a Service can be put behind it without any load balancer.',
  ],
  value: (status) => ofFeature(featuresOf(status).externalIPs),
  meaning: (status, context) =>
    featuresOf(status).externalIPs?.enabled === true
      ? [
          `${code(context.node)} answers for such an address when a packet for it arrives.`,
          ...examplesSentence(context, 'ExternalIPs'),
          {
            text: 'Programs on the node that call an address which is not the node’s own are not redirected at the socket, so that nobody can catch foreign addresses with a Service.',
            expert: 'The mitigation of CVE-2020-8554; `bpf.disableExternalIPMitigation` turns it off.',
          },
        ]
      : [
          `${code(context.node)} reports that it does not serve external IPs.`,
          {
            text: 'Yet an agent of 1.21-dev was recorded that writes them to its service map all the same.',
            since: '1.21',
          },
        ],
  costs: ['Kubernetes does not check who may claim which address: whoever may write a Service may name one.'],
  misunderstood: [
    {
      claim: 'Cilium makes the address reachable.',
      truth: 'Bringing packets for it to a node is the network’s work.',
    },
  ],
  prerequisites: [
    { text: 'Full kube-proxy replacement.', since: '1.19' },
    'A route for the address to at least one node.',
  ],
  settings: [
    {
      helm: 'externalIPs.enabled',
      key: 'enable-external-ips',
      values: ['true', 'false'],
      default: 'true',
      until: '1.13',
      forcedOn: true,
    },
    {
      helm: 'externalIPs.enabled',
      key: 'enable-external-ips',
      values: ['true', 'false'],
      default: 'false',
      since: '1.14',
      until: '1.16',
      forcedOn: true,
    },
    {
      helm: null,
      key: 'enable-external-ips',
      values: ['true', 'false'],
      default: 'false',
      since: '1.17',
      until: '1.18',
      forcedOn: true,
    },
  ],
  current: (status) => {
    const feature = featuresOf(status).externalIPs;
    return feature === undefined ? null : String(feature.enabled);
  },
  grep: 'externalIPs',
  checks: [{ args: ['service', 'list'], shows: 'the ExternalIPs frontends with their backends' }],
  versions: ['In every version. From 1.19 it follows full replacement.'],
  docs: { page: 'kube-proxy-free' },
  related: ['load-balancer', 'node-port'],
};
