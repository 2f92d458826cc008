import { featuresOf } from '../features';
import type { FieldEntry } from '../field-entry';
import { ofFeature } from '../field-value';
import { code } from '../passage';

/** `Socket LB Tracing:` */
export const socketLbTracing: FieldEntry = {
  id: 'socket-lb-tracing',
  title: 'Socket LB Tracing',
  labels: ['Socket LB Tracing'],
  block: 'details',
  path: 'kubeProxyReplacement.features.socketLBTracing.enabled',
  printed: [{ since: '1.13' }],
  printedWhen: '',
  what: 'Whether what the socket load balancer does is meant to be visible in Cilium’s monitor and in Hubble.',
  why: [
    {
      text: 'A connection translated at the socket leaves no packet that carries the Service’s address, so without these events nobody could see which Service a program asked for.',
      expert:
        'Four points a translation: pre-xlate-fwd, post-xlate-fwd, pre-xlate-rev, post-xlate-rev. Hubble shows them as TRACED and TRANSLATED.',
    },
  ],
  value: (status) => ofFeature(featuresOf(status).socketLBTracing),
  meaning: (status, { node }) =>
    featuresOf(status).socketLBTracing?.enabled === true
      ? [
          `The agent on ${code(node)} prints Enabled because its socket load balancer is on. The line does not look at the tracing option itself, so events can be switched off although it says Enabled.`,
        ]
      : [`The socket load balancer is off on ${code(node)}, so there is nothing to trace at sockets.`],
  costs: ['Events for every new connection to a Service, which readers of the monitor then have to filter.'],
  misunderstood: [
    {
      claim: 'Enabled proves that tracing is on.',
      truth:
        'The agent copies the value of Socket LB here. The option `trace-sock` is not reported by any line.',
    },
  ],
  prerequisites: ['Socket LB on.'],
  settings: [
    {
      helm: null,
      key: 'trace-sock',
      values: ['true', 'false'],
      default: 'true',
      since: '1.13',
      until: '1.15',
      note: 'The line keeps following Socket LB whatever is set.',
    },
    {
      helm: 'socketLB.tracing',
      key: 'trace-sock',
      values: ['true', 'false'],
      default: 'true',
      since: '1.16',
      note: 'The line keeps following Socket LB whatever is set.',
    },
  ],
  current: () => null,
  grep: 'Socket LB Tracing',
  versions: ['Printed since 1.13. The Helm value `socketLB.tracing` reaches the ConfigMap from 1.16.'],
  docs: { page: 'kube-proxy-free', anchor: 'observability' },
  related: ['socket-lb', 'socket-lb-coverage'],
};
