import type { AgentStatus } from '../agent-status';
import type { Feature } from '../kube-proxy-replacement';
import { featuresOf } from '../fields/features';

type Reader = (status: AgentStatus) => string | undefined;

const switched = (feature: Feature | undefined): string | undefined =>
  feature === undefined ? undefined : String(feature.enabled);

/** The words of `bpf-lb-dsr-dispatch` by those of the status (v1.15 and later). */
const dispatches: Readonly<Record<string, string>> = {
  'ip option/extension': 'opt',
  ipip: 'ipip',
  geneve: 'geneve',
};

/** The words of `bpf-lb-acceleration` where the status has others: `None` is in the API only. */
const accelerations: Readonly<Record<string, string>> = { generic: 'testing-only', none: 'disabled' };

/** An annotation is listed where the option that allows it is on; nothing is listed while NodePort is off (v1.17 and later). */
const annotated =
  (name: string): Reader =>
  (status) => {
    const { annotations, nodePort } = featuresOf(status);
    if (annotations === undefined || nodePort?.enabled !== true) return undefined;
    return String(annotations.includes(`service.cilium.io/${name}`));
  };

const nodePortReaders: Record<string, Reader> = {
  'bpf-lb-mode': (status) => featuresOf(status).nodePort?.mode?.toLowerCase(),
  'bpf-lb-dsr-dispatch': (status) => dispatches[featuresOf(status).nodePort?.dsrMode?.toLowerCase() ?? ''],
  'bpf-lb-algorithm': (status) => featuresOf(status).nodePort?.algorithm?.toLowerCase(),
  'bpf-lb-maglev-table-size': (status) => featuresOf(status).nodePort?.lutSize?.toString(),
  'bpf-lb-acceleration'(status) {
    const word = featuresOf(status).nodePort?.acceleration?.toLowerCase();
    return word === undefined ? undefined : (accelerations[word] ?? word);
  },
  'node-port-range'(status) {
    const { portMin, portMax } = featuresOf(status).nodePort ?? {};
    return portMin === undefined || portMax === undefined ? undefined : `${portMin},${portMax}`;
  },
  'bpf-lb-mode-annotation': annotated('forwarding-mode'),
  'bpf-lb-algorithm-annotation': annotated('lb-algorithm'),
};

const readers: Record<string, Reader> = {
  'kube-proxy-replacement': ({ kubeProxyReplacement }) => kubeProxyReplacement?.mode.toLowerCase(),
  'enable-host-reachable-services': (status) =>
    switched(featuresOf(status).hostReachableServices ?? featuresOf(status).socketLB),
  'bpf-lb-sock': (status) => switched(featuresOf(status).socketLB),
  'host-reachable-services-protos': (status) =>
    featuresOf(status).hostReachableServices?.protocols?.join(',').toLowerCase(),
  'bpf-lb-sock-hostns-only': (status) => featuresOf(status).bpfSocketLBHostnsOnly?.toString(),
  'enable-node-port': (status) => switched(featuresOf(status).nodePort),
  'enable-host-port': (status) => switched(featuresOf(status).hostPort),
  'enable-external-ips': (status) => switched(featuresOf(status).externalIPs),
  'enable-session-affinity': (status) => switched(featuresOf(status).sessionAffinity),
  'enable-k8s-terminating-endpoint': (status) => switched(featuresOf(status).gracefulTermination),
  'enable-nat46x64-gateway'(status) {
    const nat = featuresOf(status).nat46X64;
    return nat === undefined ? undefined : String(nat.gateway?.enabled ?? false);
  },
  'bpf-lb-nat46x64'(status) {
    const nat = featuresOf(status).nat46X64;
    return nat === undefined ? undefined : String(nat.service?.enabled ?? false);
  },
  'direct-routing-device': ({ kubeProxyReplacement }) => kubeProxyReplacement?.directRoutingDevice,
  devices: ({ kubeProxyReplacement }) => kubeProxyReplacement?.deviceList?.map(({ name }) => name).join(','),
  'routing-mode': ({ routing }) => routing?.network.toLowerCase(),
  'tunnel-protocol': ({ routing }) => routing?.tunnelProtocol,
  'enable-bpf-masquerade': ({ masquerading }) =>
    masquerading?.enabled !== true || masquerading.mode === undefined
      ? undefined
      : String(masquerading.mode === 'BPF'),
  'enable-host-legacy-routing'({ routing, hostRouting }) {
    const host = routing?.host ?? hostRouting?.mode;
    return host === undefined ? undefined : String(host === 'Legacy');
  },
  'datapath-mode': ({ deviceMode }) => deviceMode?.configured ?? deviceMode?.mode,
};

/** Whether the status has the value only while NodePort is on. */
export function isNodePortValue(key: string): boolean {
  return key in nodePortReaders;
}

/**
 * Gives what an agent's status says of a knob, in the words of the key. null: it says nothing of it, because no
 * version does, this one does not, or not while NodePort is off. Tracing of Socket LB is among what no version
 * tells: its line repeats whether Socket LB is on.
 */
export function reportedValue(key: string, status: AgentStatus): string | null {
  const read = nodePortReaders[key] ?? readers[key];
  const value = read?.(status);
  return value === undefined || value === '' ? null : value;
}
