import { featuresOf } from '../features';
import type { FieldEntry } from '../field-entry';
import { ofFeature } from '../field-value';
import { code } from '../passage';

/** `Graceful Termination:` of v1.11 to v1.17. */
export const gracefulTermination: FieldEntry = {
  id: 'graceful-termination',
  title: 'Graceful Termination',
  labels: ['Graceful Termination'],
  block: 'details',
  path: 'kubeProxyReplacement.features.gracefulTermination.enabled',
  printed: [{ since: '1.11', until: '1.17' }],
  printedWhen: '',
  what: 'Whether a pod that is shutting down keeps the connections it has while new ones go elsewhere.',
  why: [
    'A pod that is deleted may still need seconds to finish its answers. Taking it out of the tables at once would cut them off; leaving it in would hand it new work.',
  ],
  value: (status) => ofFeature(featuresOf(status).gracefulTermination),
  meaning: (status, { node }) =>
    featuresOf(status).gracefulTermination?.enabled === true
      ? [
          {
            text: `On ${code(node)} a backend that shuts down is marked terminating: open connections stay with it, new ones go to active backends, and only if none is left does a terminating one that still serves take new connections.`,
            expert:
              'Read from the EndpointSlice condition `terminating`. The connection-tracking entry keeps the backend as long as `cilium_lb4_backends` has it; a new SYN on the same ports selects again.',
          },
        ]
      : [
          `On ${code(node)} a backend is dropped from the tables as soon as it starts to shut down, and its open connections with it.`,
        ],
  absent: (_status, { version }) => {
    if (version === null) return null;
    const later = version.major > 1 || version.minor >= 18;
    return later ? 'Since 1.18 there is no such line: graceful termination is always on.' : null;
  },
  costs: [
    'A pod must keep serving for a while after it was told to stop; a short pause before it exits (`preStop`) is what makes the feature work.',
  ],
  misunderstood: [
    {
      claim: 'It delays the shutdown of a pod.',
      truth:
        'Kubernetes decides that, with terminationGracePeriodSeconds. Cilium only decides where packets go meanwhile.',
    },
    {
      claim: 'The pod is told after the tables have changed.',
      truth: 'Both happen at the same time and race; the pause in the pod covers the difference.',
    },
  ],
  prerequisites: ['EndpointSlices with the condition `terminating`.'],
  settings: [
    {
      helm: 'enableK8sTerminatingEndpoint',
      key: 'enable-k8s-terminating-endpoint',
      values: ['true', 'false'],
      default: 'true',
      since: '1.11',
      until: '1.17',
    },
  ],
  current: (status) => {
    const feature = featuresOf(status).gracefulTermination;
    return feature === undefined ? null : String(feature.enabled);
  },
  grep: 'Graceful Termination',
  checks: [
    { args: ['service', 'list'], shows: 'the state of each backend, terminating among them', since: '1.12' },
  ],
  versions: ['Line and switch from 1.11 to 1.17; from 1.18 the feature is always on and not printed.'],
  docs: { page: 'kube-proxy-free', anchor: 'graceful-termination' },
  related: ['session-affinity', 'backend-selection'],
};
