import { featuresOf } from '../features';
import type { FieldEntry } from '../field-entry';
import { ofFeature } from '../field-value';
import { code } from '../passage';
import { examplesSentence } from './examples-sentence';

/** `- HostPort:` */
export const hostPort: FieldEntry = {
  id: 'host-port',
  title: 'HostPort',
  labels: ['HostPort'],
  block: 'services',
  path: 'kubeProxyReplacement.features.hostPort.enabled',
  printed: [{}],
  printedWhen: '',
  what: 'Ports of a node that lead to one pod on that node, as the pod asked with `hostPort`.',
  why: [
    {
      text: 'A pod that must be reached at its node, such as an ingress proxy on every node, needs no Service for it.',
      expert:
        'Made from pods and not from Services; a pod that names a hostIP gets a row for that address only.',
    },
  ],
  value: (status) => ofFeature(featuresOf(status).hostPort),
  meaning: (status, context) =>
    featuresOf(status).hostPort?.enabled === true
      ? [
          `${code(context.node)} leads the host ports of its own pods to them, with no program listening on the node.`,
          ...examplesSentence(context, 'HostPort'),
        ]
      : [`${code(context.node)} leaves host ports to others, such as the portmap plug-in.`],
  costs: ['Only one pod a node can have a given port.'],
  misunderstood: [
    {
      claim: 'The port answers on every node.',
      truth: 'Only where such a pod runs. That is what sets it apart from NodePort.',
    },
    {
      claim: 'Any port will do.',
      truth: 'A host port inside the NodePort range is ignored, with a warning in the agent’s log only.',
    },
  ],
  prerequisites: ['NodePort on.', 'A port outside the NodePort range.'],
  settings: [
    {
      helm: 'hostPort.enabled',
      key: 'enable-host-port',
      values: ['true', 'false'],
      default: 'true',
      until: '1.13',
      forcedOn: true,
    },
    {
      helm: 'hostPort.enabled',
      key: 'enable-host-port',
      values: ['true', 'false'],
      default: 'false',
      since: '1.14',
      until: '1.17',
      forcedOn: true,
    },
    {
      helm: null,
      key: 'enable-host-port',
      values: ['true', 'false'],
      default: 'false',
      since: '1.18',
      until: '1.18',
      forcedOn: true,
    },
  ],
  current: (status) => {
    const feature = featuresOf(status).hostPort;
    return feature === undefined ? null : String(feature.enabled);
  },
  grep: 'HostPort',
  checks: [{ args: ['service', 'list'], shows: 'the HostPort frontends of this node' }],
  versions: ['In every version. From 1.19 it follows full replacement.'],
  docs: { page: 'kube-proxy-free', anchor: 'container-hostport-support' },
  related: ['node-port', 'services'],
};
