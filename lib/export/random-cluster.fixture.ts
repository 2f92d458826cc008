import fc from 'fast-check';
import type { AgreementView, DivergenceView } from '@/lib/snapshot/agreement-view';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { agentView, backendView, frontendView } from '@/lib/snapshot/snapshot.fixture';
import { problemFixture } from '@/lib/snapshot/problem.fixture';
import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';

export type RandomCluster = {
  frontends: FrontendView[];
  agents: AgentView[];
  agreement: AgreementView;
  /** Every name and address of it. */
  names: string[];
  addresses: string[];
};

/** A name that no word of any format has in it. */
const label = fc.stringMatching(/^q[a-z0-9]{2}z[a-z0-9]{4,9}$/);
const nodeName = fc.oneof(
  label,
  fc.tuple(label, label).map((parts) => parts.join('.')),
  fc.tuple(fc.nat(255), fc.nat(255), label).map(([a, b, name]) => `ip-10-${a}-${b}-77.${name}.internal`),
);
const ipv4 = fc
  .tuple(fc.integer({ min: 11, max: 190 }), fc.nat(255), fc.nat(255), fc.nat(255))
  .map((octets) => octets.join('.'));
const ipv6 = fc
  .tuple(fc.nat(0xffff), fc.nat(0xffff))
  .map(([a, b]) => `fd00:${(a | 1).toString(16)}::${(b | 1).toString(16)}`);
const ip = fc.oneof({ weight: 3, arbitrary: ipv4 }, ipv6);

const many = <T>(of: fc.Arbitrary<T>, minLength: number, maxLength: number) =>
  fc.uniqueArray(of, { minLength, maxLength });

/** A cluster with names, addresses and problems that are told in sentences, as the product tells them. */
export const randomCluster: fc.Arbitrary<RandomCluster> = fc
  .record({
    nodes: many(nodeName, 2, 4),
    namespaces: many(label, 1, 3),
    services: many(label, 1, 4),
    pods: many(label, 1, 6),
    zones: many(label, 1, 2),
    hidden: many(label, 3, 3),
    labelWords: many(label, 2, 4),
    frontendIPs: many(ip, 1, 5),
    backendIPs: many(ip, 1, 6),
  })
  .map(clusterOf);

type Parts = Record<
  | 'nodes'
  | 'namespaces'
  | 'services'
  | 'pods'
  | 'zones'
  | 'hidden'
  | 'labelWords'
  | 'frontendIPs'
  | 'backendIPs',
  string[]
>;

function at(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

function clusterOf(parts: Parts): RandomCluster {
  const { nodes, namespaces, services, pods, zones, hidden, labelWords, frontendIPs, backendIPs } = parts;
  const [config = '', configNamespace = '', missingPod = ''] = hidden;
  const node = at(nodes, 0);
  const problems: DivergenceView[] = [];
  const frontends = frontendIPs.map((frontendIP, index) => {
    const service = {
      namespace: at(namespaces, index),
      name: at(services, index),
      portName: at(pods, index),
    };
    const owner = `${service.namespace}/${service.name}`;
    const backends = backendIPs.slice(index % 2).map((backendIP, slot) =>
      backendView(formatL3n4Addr({ ip: backendIP, port: 8080, protocol: 'TCP', scope: 'external' }), {
        nodes,
        target: {
          kind: 'pod',
          namespace: service.namespace,
          name: at(pods, slot),
          workload: at(services, slot),
          node: at(nodes, slot),
          zone: at(zones, slot),
        },
      }),
    );
    const where = formatL3n4Addr({
      ip: at(backendIPs, index),
      port: 8080,
      protocol: 'TCP',
      scope: 'external',
    });
    const text = `Node ${node} still has the backend ${at(pods, index)} (${where}), which no EndpointSlice of ${owner} has.`;
    const problem = problemFixture('leftover-backend', { text, nodes: [node], backend: where });
    const view = frontendView(
      formatL3n4Addr({ ip: frontendIP, port: 80, protocol: 'TCP', scope: 'external' }),
      {
        service,
        labels: [
          `app.kubernetes.io/name=${service.name}`,
          `team=${at(labelWords, index)}`,
          `${at(labelWords, 0)}.example/${at(labelWords, 1)}=${at(labelWords, index + 1)}`,
        ],
        nodes,
        backends,
        problems: index % 2 === 0 ? [problem] : [],
      },
    );
    problems.push({
      key: view.key,
      service,
      kind: 'missing-backend',
      severity: 'high',
      nodes: [node],
      difference: `Node ${node} does not have the backend ${missingPod} (${where}), which an EndpointSlice of ${owner} lists.`,
      consequence: 'Connections fail.',
      explanation: `CiliumNodeConfig ${configNamespace}/${config} sets bpf-lb-mode to dsr for this node.`,
      since: '2026-01-01T00:00:00.000Z',
    });
    return view;
  });
  return {
    frontends,
    agents: nodes.map((name, index) =>
      agentView(name, {
        namespace: configNamespace,
        pod: `cilium-${at(pods, index)}`,
        zone: at(zones, index),
      }),
    ),
    agreement: {
      revision: 1,
      checkedAt: null,
      agents: { total: nodes.length, judged: 1, unjudged: [{ node: at(nodes, 1), reason: 'no-answer' }] },
      frontends: { total: frontends.length, agreed: 0, differing: 0, unjudged: 0, doubts: [] },
      missingKinds: [],
      patience: { propagationMs: 1, restartMs: 1, terminationMs: 1 },
      problems,
      problemCount: problems.length,
      expected: [],
      expectedCount: 0,
    },
    names: [...new Set([...nodes, ...namespaces, ...services, ...pods, ...zones, ...hidden, ...labelWords])],
    addresses: [...new Set([...frontendIPs, ...backendIPs])],
  };
}
