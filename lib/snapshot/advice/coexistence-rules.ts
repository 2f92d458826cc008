import { featuresOf, replacement } from '@/lib/cilium/fields/features';
import { isKubeProxyPod, isOver } from '../kube-proxy-pod';
import type { AdviceFacts, AdvisedAgent } from './advice-facts';
import type { AdviceRule } from './advice-rule';
import { settingEvidence, versionEvidence, workloadEvidence } from './evidence';
import { runningValue, servingAgents } from './running-value';

/** Labels that injected sidecars leave on a pod: Istio's and Linkerd's. */
const meshLabels = ['security.istio.io/tlsMode', 'linkerd.io/control-plane-ns'];

const fullReplacement = ({ agents }: AdviceFacts): AdvisedAgent[] =>
  agents.filter(({ status }) => replacement(status) === 'full');

/** cilium-config.md 3.5 and 3.6; section 6, rows 39, 48 and 50 (#11168, #27502). Every version. */
const kubeProxyBeside: AdviceRule = {
  id: 'kube-proxy-beside',
  title: 'kube-proxy still runs beside Cilium',
  field: 'status',
  issue: 11168,
  judge(facts) {
    const proxies = (facts.pods ?? []).filter((pod) => isKubeProxyPod(pod) && !isOver(pod));
    const nodes = new Set(proxies.map(({ node }) => node));
    const agents = fullReplacement(facts).filter(({ node }) => nodes.has(node));
    if (agents.length === 0) return null;
    const beside = new Set(agents.map(({ node }) => node));
    const found = proxies
      .filter(({ node }) => node !== null && beside.has(node))
      .map((pod) => ({ pod, key: 'phase', value: pod.phase }));
    return {
      severity: 'warn',
      reason:
        'Cilium answers for every Service on these nodes, and kube-proxy programs the same ones again. Both keep NAT tables that know nothing of each other, and both listen on the health check ports of Services.',
      evidence: [
        ...workloadEvidence(facts, found),
        ...settingEvidence(facts, agents, 'kube-proxy-replacement'),
      ],
      todo: 'Once every agent reports the full replacement and reaches the API server without a Service’s address, remove kube-proxy where it is installed from (kubeadm, kops, an add-on), else it comes back. It leaves rules behind: clear KUBE- chains out of iptables on each node.',
    };
  },
};

/** cilium-config.md 0.3 and 2.2: rules, defaults and outputs depend on the version. */
const versionsDiffer: AdviceRule = {
  id: 'versions-differ',
  title: 'Agents of different versions',
  field: 'status',
  issue: null,
  judge(facts) {
    const { agents } = facts;
    if (new Set(agents.map(({ version }) => version.text)).size < 2) return null;
    const minors = new Set(agents.map(({ version: { major, minor } }) => `${major}.${minor}`));
    return {
      severity: minors.size > 1 ? 'warn' : 'info',
      reason:
        minors.size > 1
          ? 'Defaults, allowed values and the way Services are programmed change between minor versions: one configuration means different things on these nodes.'
          : 'Nodes with other patches have other defects. During an update that is how it has to be; after it, it is a roll-out that stopped half-way.',
      evidence: versionEvidence(facts, agents),
      todo: 'Look whether the update of the DaemonSet still goes on (`kubectl -n kube-system rollout status ds/cilium`), and finish it.',
    };
  },
};

/** Rule F5 (`pkg/k8s/watchers/pod.go:653` in v1.17, `reflectors/k8s.go:555` in 1.21-dev). Every version. */
const hostPortInRange: AdviceRule = {
  id: 'host-port-in-range',
  title: 'Host ports inside the NodePort range',
  field: 'node-port',
  issue: null,
  judge(facts) {
    const ranges = new Map<string, { min: number; max: number; agent: AdvisedAgent }>();
    for (const agent of facts.agents) {
      const { nodePort, hostPort } = featuresOf(agent.status);
      const { enabled, portMin, portMax } = nodePort ?? {};
      if (enabled !== true || hostPort?.enabled !== true || portMin === undefined || portMax === undefined)
        continue;
      ranges.set(agent.node, { min: portMin, max: portMax, agent });
    }
    const found = (facts.pods ?? []).flatMap((pod) => {
      const range = ranges.get(pod.node ?? '');
      if (range === undefined || isOver(pod)) return [];
      return pod.hostPorts
        .filter(({ port }) => port >= range.min && port <= range.max)
        .map(({ port, protocol }) => ({ pod, key: 'hostPort', value: `${port}/${protocol}` }));
    });
    if (found.length === 0) return null;
    const agents = [...new Set(found.map(({ pod }) => pod.node ?? ''))].flatMap(
      (node) => ranges.get(node)?.agent ?? [],
    );
    return {
      severity: 'warn',
      reason:
        'Ports of that range belong to Services. Agents ignore the host port of a pod there with one line in their log, and nobody reaches the pod by it.',
      evidence: [...workloadEvidence(facts, found), ...settingEvidence(facts, agents, 'node-port-range')],
      todo: 'Give these pods a host port outside the range, or a Service of type NodePort.',
    };
  },
};

/** cilium-config.md 3.4 "hostNamespaceOnly"; section 6, row 33 (#16583, #28304, #17738). The key is there since v1.10. */
const meshBypassed: AdviceRule = {
  id: 'mesh-bypassed',
  title: 'Socket LB goes past the sidecars of a service mesh',
  field: 'socket-lb-coverage',
  issue: 16583,
  judge(facts) {
    const agents = facts.agents.filter(
      (agent) =>
        featuresOf(agent.status).socketLB?.enabled === true &&
        runningValue(agent, 'bpf-lb-sock-hostns-only') === 'false',
    );
    const nodes = new Set(agents.map(({ node }) => node));
    const found = (facts.pods ?? []).flatMap((pod) => {
      if (pod.node === null || !nodes.has(pod.node) || pod.hostNetwork || isOver(pod)) return [];
      return meshLabels.flatMap((key) => {
        const value = pod.labels[key];
        return value === undefined || value === 'disabled' ? [] : [{ pod, key, value }];
      });
    });
    if (found.length === 0) return null;
    return {
      severity: 'warn',
      reason:
        'Socket LB turns a Service’s address into a backend’s before the packet exists. The sidecar of these pods never sees the Service, so the mesh’s routing for it does not apply.',
      evidence: [
        ...workloadEvidence(facts, found),
        ...settingEvidence(facts, agents, 'bpf-lb-sock-hostns-only'),
      ],
      todo: 'Set socketLB.hostNamespaceOnly (key bpf-lb-sock-hostns-only) to true, and restart the agents.',
    };
  },
};

/** cilium-config.md 3.5 "BPF masquerade" (KPF; #23604): ports of BPF and iptables SNAT may collide. Every version. */
const iptablesMasquerade: AdviceRule = {
  id: 'iptables-masquerade',
  title: 'iptables masquerades beside SNAT in BPF',
  field: 'masquerading',
  issue: 23604,
  judge(facts) {
    const agents = servingAgents(facts, 'enable-bpf-masquerade', ['false']).filter(
      ({ status }) => status.masquerading?.enabled === true,
    );
    if (agents.length === 0) return null;
    return {
      severity: 'info',
      reason:
        'For clients outside, Cilium’s own programs in the kernel (BPF) write the node’s address over the source (SNAT). For pods that call out of the cluster iptables does the same (it masquerades). Neither knows which ports of the node the other has taken, so both may take the same.',
      evidence: settingEvidence(facts, agents, 'enable-bpf-masquerade'),
      todo: 'Set `bpf.masquerade` (key `enable-bpf-masquerade`) to true and restart the agents, so that Cilium does both: its documentation recommends it with BPF NodePort.',
    };
  },
};

export const coexistenceRules: readonly AdviceRule[] = [
  kubeProxyBeside,
  versionsDiffer,
  hostPortInRange,
  meshBypassed,
  iptablesMasquerade,
];
