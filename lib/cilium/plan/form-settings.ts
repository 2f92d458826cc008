import type { FieldId } from '../fields/field-id';
import { maglevTableSizes } from '../maglev/table-size';

/** One value to choose: what it does, in a sentence. `since`: the version that has it first. */
export type FormChoice = { value: string; text: string; since?: string };

/** How a setting is chosen: columns with sentences, the ruler of table sizes, a text with a form, or on and off. */
export type FormControl = 'columns' | 'sizes' | 'seed' | 'range' | 'switch';

/** One setting of the form, for every version that has its key. */
export type FormSetting = {
  key: string;
  title: string;
  control: FormControl;
  /** One sentence: what it decides. */
  why: string;
  choices?: readonly FormChoice[];
  /** The line of the status whose explanation tells all of it; null where no line does. */
  field: FieldId | null;
  /** What makes use of it; elsewhere it stands in the ConfigMap and does nothing. */
  usedWith?: UsedWith;
};

/** A setting is used where one of these keys has one of these values; `words` say the same. */
export type UsedWith = { any: readonly { key: string; values: readonly string[] }[]; words: string };

export type FormSection = { title: string; settings: readonly FormSetting[] };

const withDSR: UsedWith = {
  any: [
    { key: 'bpf-lb-mode', values: ['dsr', 'hybrid'] },
    { key: 'bpf-lb-mode-annotation', values: ['true'] },
  ],
  words: 'used by dsr and hybrid, and where Services may choose their mode',
};
const withMaglev: UsedWith = {
  any: [
    { key: 'bpf-lb-algorithm', values: ['maglev'] },
    { key: 'bpf-lb-algorithm-annotation', values: ['true'] },
  ],
  words: 'used by maglev, and where Services may choose their algorithm',
};

/** The settings of the form, in its order (cilium-config.md 1.1 and 1.2). */
export const formSections: readonly FormSection[] = [
  {
    title: 'Traffic from outside',
    settings: [
      {
        key: 'bpf-lb-mode',
        field: 'mode',
        title: 'Forwarding mode',
        control: 'columns',
        why: 'How a request for a backend on another node gets there, and who answers.',
        choices: [
          {
            value: 'snat',
            text: 'The pod sees the node as its client, and the reply comes back through that node.',
          },
          {
            value: 'dsr',
            text: 'The pod sees the real client, and its own node answers directly. Packets grow on the way.',
          },
          { value: 'hybrid', text: 'TCP as dsr, UDP as snat, so that no UDP packet grows.' },
        ],
      },
      {
        key: 'bpf-lb-dsr-dispatch',
        field: 'dsr-dispatch-mode',
        title: 'DSR dispatch',
        control: 'columns',
        why: 'How the address of the Service travels to the backend’s node.',
        usedWith: withDSR,
        choices: [
          { value: 'opt', text: 'As an IP option. Needs native routing, and routers that let options pass.' },
          {
            value: 'geneve',
            text: 'Inside Geneve. Needs tunnel-protocol geneve, in native routing as well.',
            since: '1.14',
          },
          {
            value: 'ipip',
            text: 'Inside a second IP header. The port of a Service must equal its target port.',
          },
        ],
      },
      {
        key: 'tunnel-protocol',
        field: 'routing',
        title: 'Tunnel protocol',
        control: 'columns',
        why: 'Dispatch geneve needs geneve here. In a cluster that tunnels, all traffic between nodes changes with it.',
        usedWith: {
          any: [{ key: 'bpf-lb-dsr-dispatch', values: ['geneve'] }],
          words: 'needed by dispatch geneve',
        },
        choices: [
          { value: 'vxlan', text: 'The default. DSR cannot be used through a VXLAN tunnel.' },
          {
            value: 'geneve',
            text: 'Carries the address of the Service for DSR. UDP 6081 must be open between nodes.',
          },
        ],
      },
      {
        key: 'bpf-lb-algorithm',
        field: 'backend-selection',
        title: 'Backend selection',
        control: 'columns',
        why: 'How a backend is chosen for a new connection.',
        choices: [
          {
            value: 'random',
            text: 'Drawn anew for each connection. Two nodes asked about one flow may answer differently.',
          },
          {
            value: 'maglev',
            text: 'From a table that is equal on every node. Few flows move when backends change.',
          },
        ],
      },
      {
        key: 'bpf-lb-maglev-table-size',
        field: 'backend-selection',
        title: 'Maglev table size',
        control: 'sizes',
        why: 'A table has so many slots, each with one backend: more spread more evenly, and cost memory for each frontend on each node.',
        usedWith: withMaglev,
        choices: maglevTableSizes.map((size) => ({ value: String(size), text: '' })),
      },
      {
        key: 'bpf-lb-maglev-hash-seed',
        field: 'backend-selection',
        title: 'Maglev seed',
        control: 'seed',
        why: 'Where all hashes of the tables begin: equal on all nodes, and best your own, so that nobody foretells the table.',
        usedWith: withMaglev,
      },
      {
        key: 'bpf-lb-acceleration',
        field: 'xdp-acceleration',
        title: 'XDP acceleration',
        control: 'columns',
        why: 'Whether packets for other nodes are forwarded in the driver of the network card.',
        choices: [
          { value: 'disabled', text: 'In the network stack of the kernel, on every card.' },
          {
            value: 'native',
            text: 'In the driver. Every selected device must take the program, or the agent does not start.',
          },
          {
            value: 'best-effort',
            text: 'In the driver where it takes the program, else as disabled.',
            since: '1.15',
          },
        ],
      },
      {
        key: 'node-port-range',
        field: 'node-port',
        title: 'NodePort range',
        control: 'range',
        why: 'First and last port. Must agree with the range of the API server, and stay clear of the ephemeral ports of the nodes.',
      },
    ],
  },
  {
    title: 'Traffic inside the cluster',
    settings: [
      {
        key: 'bpf-lb-sock',
        field: 'socket-lb',
        title: 'Socket LB',
        control: 'switch',
        why: 'Chooses the backend when a program connects, before there is a packet.',
      },
      {
        key: 'bpf-lb-sock-hostns-only',
        field: 'socket-lb-coverage',
        title: 'Socket LB on hosts only',
        control: 'switch',
        why: 'Leaves pods to packets, as sidecars of Istio, KubeVirt and gVisor need it.',
        usedWith: { any: [{ key: 'bpf-lb-sock', values: ['true'] }], words: 'a part of Socket LB' },
      },
    ],
  },
  {
    title: 'What Services can do',
    settings: [
      {
        key: 'enable-session-affinity',
        field: 'session-affinity',
        title: 'Session affinity',
        control: 'switch',
        why: 'Heeds sessionAffinity: ClientIP of a Service.',
      },
      {
        key: 'enable-k8s-terminating-endpoint',
        field: 'graceful-termination',
        title: 'Graceful termination',
        control: 'switch',
        why: 'Lets connections to a pod that ends finish.',
      },
      {
        key: 'bpf-lb-external-clusterip',
        field: 'cluster-ip',
        title: 'ClusterIPs from outside',
        control: 'switch',
        why: 'Serves ClusterIPs to clients outside the cluster that are routed to a node.',
      },
      {
        key: 'enable-service-topology',
        field: null,
        title: 'Service topology',
        control: 'switch',
        why: 'Heeds trafficDistribution and topology hints: backends of the same zone first.',
      },
      {
        key: 'bpf-lb-mode-annotation',
        field: 'annotation-forwarding-mode',
        title: 'Mode by annotation',
        control: 'switch',
        why: 'Lets a Service choose dsr or snat by service.cilium.io/forwarding-mode.',
      },
      {
        key: 'bpf-lb-algorithm-annotation',
        field: 'annotation-lb-algorithm',
        title: 'Algorithm by annotation',
        control: 'switch',
        why: 'Lets a Service choose random or maglev by service.cilium.io/lb-algorithm.',
      },
      {
        key: 'enable-nat46x64-gateway',
        field: 'nat46x64-gateway',
        title: 'NAT46/64 gateway',
        control: 'switch',
        why: 'Translates between IPv4 and IPv6 for clients outside. Needs both families.',
      },
    ],
  },
];

/** The title that the form has for a key; null where the form has none. */
export function formTitle(key: string): string | null {
  const settings = formSections.flatMap((section) => section.settings);
  return settings.find((setting) => setting.key === key)?.title ?? null;
}
