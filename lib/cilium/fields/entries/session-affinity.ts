import { featuresOf } from '../features';
import type { FieldEntry } from '../field-entry';
import { ofFeature } from '../field-value';
import { code } from '../passage';

/** `Session Affinity:` */
export const sessionAffinity: FieldEntry = {
  id: 'session-affinity',
  title: 'Session Affinity',
  labels: ['Session Affinity'],
  block: 'details',
  path: 'kubeProxyReplacement.features.sessionAffinity.enabled',
  printed: [{}],
  printedWhen: '',
  what: 'Whether a Service that asks for it (`sessionAffinity: ClientIP`) gets the same client to the same backend again.',
  why: [
    'Some applications keep a client’s state in one pod. Without this a client’s next connection may reach another.',
  ],
  value: (status) => ofFeature(featuresOf(status).sessionAffinity),
  meaning: (status, { node }) =>
    featuresOf(status).sessionAffinity?.enabled === true
      ? [
          {
            text: `${code(node)} can keep clients on their backend, but does so only for Services that ask for it; each use renews the time, three hours unless the Service says otherwise.`,
            expert:
              'From outside a client is its IP address; at the socket it is the network-namespace cookie, so all of one pod is one client. Kept in `cilium_lb4_affinity` and honoured while `cilium_lb_affinity_match` has the backend.',
          },
          { text: 'The line is constant in this version: the feature is always on.', since: '1.19' },
        ]
      : [
          `${code(node)} ignores \`sessionAffinity: ClientIP\`: each new connection may reach another backend.`,
        ],
  costs: [
    'One entry a client and Service in a map that forgets the oldest when it is full.',
    'Balance suffers: many clients behind one address all go to one backend.',
  ],
  misunderstood: [
    {
      claim: 'Enabled makes all Services sticky.',
      truth: 'It only makes the field of a Service work. The default of a Service is none.',
    },
    {
      claim: 'All nodes remember the same.',
      truth: 'Each node keeps its own memory; a client that comes in elsewhere may get another backend.',
    },
    {
      claim: 'A client sticks to a backend that shuts down.',
      truth: 'New connections leave a backend that is no longer active; the rest of the memory stays.',
    },
  ],
  prerequisites: [
    { text: 'Linux 5.7 or newer, for pods on one node to be told apart.', until: '1.17' },
    {
      text: 'Not on a Service that is redirected to an L7 proxy: the agent reports an error for it.',
      since: '1.18',
    },
  ],
  settings: [
    {
      helm: 'sessionAffinity',
      key: 'enable-session-affinity',
      values: ['true', 'false'],
      default: 'false',
      until: '1.17',
      forcedOn: true,
    },
    {
      helm: 'sessionAffinity',
      key: 'enable-session-affinity',
      values: ['true', 'false'],
      default: 'true',
      since: '1.18',
      until: '1.18',
      forcedOn: true,
    },
  ],
  current: (status) => {
    const feature = featuresOf(status).sessionAffinity;
    return feature === undefined ? null : String(feature.enabled);
  },
  grep: 'Session Affinity',
  versions: ['Since 1.8. From 1.19 there is no switch any more and the line always says Enabled.'],
  docs: { page: 'kube-proxy-free', anchor: 'session-affinity' },
  related: ['backend-selection', 'socket-lb', 'graceful-termination'],
};
