import { featuresOf } from '../features';
import type { FieldEntry } from '../field-entry';
import type { FieldId } from '../field-id';
import { notReported } from '../field-value';
import type { Passage } from '../passage';
import { code } from '../passage';
import type { Setting } from '../setting';
import type { VersionSpan } from '../version-span';

type AnnotationId = Extract<FieldId, `annotation-${string}`>;

type AnnotationFacts = {
  name: string;
  printed: VersionSpan;
  printedWhen?: string;
  what: Passage;
  /** What a Service can say. */
  values: readonly string[];
  why: Passage;
  /** What follows on a node that obeys it. */
  effect: Passage;
  costs: readonly Passage[];
  misunderstood: { claim: string; truth: string };
  prerequisites: readonly Passage[];
  settings?: readonly Setting[];
  anchor?: string;
  related: readonly FieldId[];
};

/** Every annotation that an agent can list (cilium-config.md, 5; cilium-output.md, 2.4). */
const facts: Record<AnnotationId, AnnotationFacts> = {
  'annotation-forwarding-mode': {
    name: 'service.cilium.io/forwarding-mode',
    printed: { since: '1.17' },
    printedWhen: 'only while its option is on',
    what: 'Sets the Mode of one Service, whatever the nodes’ own Mode is.',
    values: ['dsr', 'snat'],
    why: 'One Service may need the client’s address or the short way back, while the network does not bear DSR for all.',
    effect: {
      text: 'A Service that says `dsr` or `snat` is forwarded that way; all others follow Mode.',
      expert: 'It sets the flag `dsr` on the Service’s entries in the service map.',
    },
    costs: [
      'To change it on a Service in use breaks the connections it has: set it when the Service is created.',
    ],
    misunderstood: {
      claim: 'hybrid can be chosen too.',
      truth: 'Only dsr and snat. Any other value is ignored with a warning in the agent’s log.',
    },
    prerequisites: [
      'The option `bpf-lb-mode-annotation`, and a dispatch mode that was set explicitly.',
      {
        text: 'In 1.17 the option `bpf-lb-algorithm-annotation` as well, and dispatch ipip.',
        since: '1.17',
        until: '1.17',
      },
    ],
    settings: [
      {
        helm: 'bpf.lbModeAnnotation',
        key: 'bpf-lb-mode-annotation',
        values: ['true', 'false'],
        default: 'false',
        since: '1.17',
      },
    ],
    anchor: 'direct-server-return-dsr',
    related: ['annotations', 'mode', 'dsr-dispatch-mode'],
  },
  'annotation-lb-algorithm': {
    name: 'service.cilium.io/lb-algorithm',
    printed: { since: '1.17' },
    printedWhen: 'only while its option is on',
    what: 'Sets the Backend Selection of one Service.',
    values: ['random', 'maglev'],
    why: 'Maglev costs a table for each frontend; few Services may be worth it.',
    effect: {
      text: 'A Service that says `maglev` gets a table of its own, one that says `random` none; all others follow Backend Selection.',
      expert: 'With the option on, ClusterIP frontends of such a Service get a table as well.',
    },
    costs: ['A Maglev table for each frontend of such a Service.'],
    misunderstood: {
      claim: 'It can be changed at any time.',
      truth:
        'The documentation promises it for the creation of a Service only: create it again to change it.',
    },
    prerequisites: ['The option `bpf-lb-algorithm-annotation`.'],
    settings: [
      {
        helm: 'bpf.lbAlgorithmAnnotation',
        key: 'bpf-lb-algorithm-annotation',
        values: ['true', 'false'],
        default: 'false',
        since: '1.17',
      },
    ],
    anchor: 'maglev-consistent-hashing',
    related: ['annotations', 'backend-selection'],
  },
  'annotation-node': {
    name: 'service.cilium.io/node',
    printed: { since: '1.17' },
    what: 'Exposes a Service only on nodes whose label of the same name has the same value.',
    values: ['any label value'],
    why: 'Some nodes stand at the edge and take traffic from outside; others should not answer at all.',
    effect: {
      text: 'A Service with it is in this node’s table only if the node’s label `service.cilium.io/node` has the value it names.',
      expert:
        'Read from the node object; a label that changes later is seen only after the agent has restarted.',
    },
    costs: ['Tables of nodes differ on purpose: fewer rows on the others.'],
    misunderstood: {
      claim: 'It chooses the nodes of the pods.',
      truth:
        'It chooses the nodes that answer for the Service. Where its pods run is the scheduler’s matter.',
    },
    prerequisites: ['The label on the nodes, best given when they join.'],
    anchor: 'selective-service-node-exposure',
    related: ['annotations', 'annotation-node-selector', 'node-port'],
  },
  'annotation-node-selector': {
    name: 'service.cilium.io/node-selector',
    printed: { since: '1.18' },
    what: 'Exposes a Service only on nodes that match a label selector.',
    values: ['a label selector'],
    why: 'One label with one value is not always enough to name the nodes that should answer.',
    effect: {
      text: 'A Service with it is in this node’s table only if the node’s labels match. It goes before `service.cilium.io/node`.',
      expert:
        'A selector that cannot be read is reported in the agent’s log, and the Service is exposed as without it.',
    },
    costs: ['Tables of nodes differ on purpose.'],
    misunderstood: {
      claim: 'A changed node label takes effect at once.',
      truth: 'The agent of that node has to restart first.',
    },
    prerequisites: ['Labels on the nodes.'],
    anchor: 'selective-service-node-exposure',
    related: ['annotations', 'annotation-node'],
  },
  'annotation-proxy-delegation': {
    name: 'service.cilium.io/proxy-delegation',
    printed: { since: '1.18' },
    what: 'Hands packets for a backend on this very node to a proxy that runs there, unchanged.',
    values: ['none', 'delegate-if-local'],
    why: 'A proxy in the node’s own network can then answer for the Service, while packets for other nodes are forwarded as usual.',
    effect: {
      text: 'With `delegate-if-local`, a packet whose backend is an address of this node goes up the stack as it came; for another node’s it is forwarded.',
      expert: 'The decision is the program’s at the device; the entry carries the flag `delegate-if-local`.',
    },
    costs: ['Whatever the proxy costs: the packet takes the whole stack.'],
    misunderstood: {
      claim: 'It makes Cilium’s own Envoy handle the Service.',
      truth: 'It only stops the translation. A proxy has to be there and to listen.',
    },
    prerequisites: [
      'Full kube-proxy replacement.',
      'Not on a host port bound to loopback: the agent reports an error.',
    ],
    anchor: 'host-proxy-delegation',
    related: ['annotations', 'node-port'],
  },
  'annotation-src-ranges-policy': {
    name: 'service.cilium.io/src-ranges-policy',
    printed: { since: '1.17' },
    printedWhen: 'up to 1.18 only while the check of source ranges is on',
    what: 'Says whether a Service’s source ranges are those let in or those kept out.',
    values: ['allow', 'deny'],
    why: 'Kubernetes knows only a list of who may come in. Sometimes the list of who may not is shorter.',
    effect: {
      text: 'With `deny`, clients in `loadBalancerSourceRanges` are refused and all others let in; anything else means allow.',
      expert: 'The ranges stand in `cilium_lb4_source_range`, a trie by prefix.',
    },
    costs: ['One map entry for each range and frontend.'],
    misunderstood: {
      claim: 'It guards against pods of the cluster.',
      truth: 'Source ranges are checked for traffic from outside.',
    },
    prerequisites: ['`loadBalancerSourceRanges` on the Service.'],
    related: ['annotations', 'load-balancer'],
  },
  'annotation-type': {
    name: 'service.cilium.io/type',
    printed: { since: '1.17' },
    what: 'Limits which kinds of frontends a Service gets.',
    values: ['ClusterIP', 'NodePort', 'LoadBalancer'],
    why: 'A Service of type LoadBalancer brings a ClusterIP and often a node port along, which may not be wanted.',
    effect: {
      text: 'A Service with it has in this node’s table only the frontends of the kind it names.',
      expert: 'Recorded on 1.21-dev: `NodePort` on a LoadBalancer Service removes its ClusterIP row too.',
    },
    costs: ['Clients inside the cluster may lose the ClusterIP they use.'],
    misunderstood: {
      claim: 'It changes the type of the Service.',
      truth: 'The Service keeps its type in the API; only Cilium’s rows for it are fewer.',
    },
    prerequisites: [],
    anchor: 'selective-service-type-exposure',
    related: ['annotations', 'services', 'cluster-ip'],
  },
};

function entryOf(id: AnnotationId): FieldEntry {
  const {
    name,
    printed,
    printedWhen,
    what,
    values,
    why,
    effect,
    costs,
    misunderstood,
    prerequisites,
    ...rest
  } = facts[id];
  return {
    id,
    title: name,
    labels: [name],
    block: 'annotations',
    path: 'kubeProxyReplacement.features.annotations',
    printed: [printed],
    printedWhen: printedWhen ?? '',
    what,
    why: [why],
    value(status) {
      const names = featuresOf(status).annotations;
      if (names === undefined) return notReported;
      return names.includes(name) ? { state: 'on', text: 'obeyed' } : { state: 'off', text: 'not obeyed' };
    },
    meaning: (status, { node }) =>
      featuresOf(status).annotations?.includes(name) === true
        ? [`${code(node)} obeys it on Services; it can say ${values.join(' or ')}.`, effect]
        : [`${code(node)} does not list it: a Service that carries it is balanced as without it.`],
    costs,
    misunderstood: [misunderstood],
    prerequisites,
    settings: rest.settings ?? [],
    current: () => null,
    grep: `- ${name}$`,
    versions: [`Listed by ${printed.since ?? ''} and later.`],
    docs: { page: 'kube-proxy-free', ...(rest.anchor === undefined ? {} : { anchor: rest.anchor }) },
    related: rest.related,
  };
}

/** One entry for each annotation, by its id. */
export const annotationEntries: Record<AnnotationId, FieldEntry> = {
  'annotation-forwarding-mode': entryOf('annotation-forwarding-mode'),
  'annotation-lb-algorithm': entryOf('annotation-lb-algorithm'),
  'annotation-node': entryOf('annotation-node'),
  'annotation-node-selector': entryOf('annotation-node-selector'),
  'annotation-proxy-delegation': entryOf('annotation-proxy-delegation'),
  'annotation-src-ranges-policy': entryOf('annotation-src-ranges-policy'),
  'annotation-type': entryOf('annotation-type'),
};
