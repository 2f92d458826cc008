import { inSpan } from '@/lib/cilium/fields/version-span';
import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import { textOf } from '@/lib/cilium/settings/config-data';
import type { AdviceFacts, AdvisedAgent } from './advice-facts';
import type { AdviceEvidence } from './advice-view';
import type { AdviceRule } from './advice-rule';
import { agentEvidence, serviceEvidence, settingEvidence, tableEvidence } from './evidence';
import { runningValue, servingAgents } from './running-value';

const modeKey = 'bpf-lb-mode';
const dispatchKey = 'bpf-lb-dsr-dispatch';

/** The usual MTU of a link: Ethernet, jumbo frames, and those of AWS. Pods with it fill a frame to the last byte. */
const linkMTUs = ['1500', '9000', '9001'];

const dsrAgents = (facts: AdviceFacts): AdvisedAgent[] => servingAgents(facts, modeKey, ['dsr', 'hybrid']);

const dispatching = (facts: AdviceFacts, dispatch: string): AdvisedAgent[] =>
  dsrAgents(facts).filter((agent) => runningValue(agent, dispatchKey) === dispatch);

/** cilium-config.md 3.1 "Cloud source/destination check"; section 6, row 1 (#26407). Every version with DSR. */
const sourceCheck: AdviceRule = {
  id: 'dsr-aws',
  title: 'DSR on AWS: replies are dropped unless a check is off',
  field: 'mode',
  issue: 26407,
  judge(facts) {
    const agents = dsrAgents(facts).filter(({ provider }) => provider === 'aws');
    if (agents.length === 0) return null;
    return {
      severity: 'warn',
      reason:
        'With DSR the backend’s node answers under the address that the client asked, which is not its own. AWS drops such packets while the source/destination check of the network interface is on; clients then reach backends of the first node only.',
      evidence: [
        ...agentEvidence(
          facts,
          agents,
          'spec.providerID',
          ({ provider }) => provider,
          () => 'api',
        ),
        ...settingEvidence(facts, agents, modeKey),
      ],
      todo: 'Switch the source/destination check off on every network interface of these instances (whether it is off cannot be seen from here), or use the mode snat.',
    };
  },
};

/**
 * cilium-config.md 3.1 "MTU"; section 6, row 15 (#32601, #39690). DSR adds an option or a header and devices keep
 * their MTU; hybrid with `opt` adds to SYNs only.
 */
const tightMTU: AdviceRule = {
  id: 'dsr-mtu',
  title: 'DSR with an MTU that leaves no room',
  field: 'dsr-dispatch-mode',
  issue: 32601,
  judge(facts) {
    const mtuOf = ({ config }: AdvisedAgent): string | null =>
      config === null ? null : textOf(config, 'mtu') || null;
    const agents = dsrAgents(facts).filter((agent) => {
      const dispatch = runningValue(agent, dispatchKey);
      const growsDataPackets =
        dispatch === 'opt' ? runningValue(agent, modeKey) === 'dsr' : dispatch !== null;
      return growsDataPackets && linkMTUs.includes(mtuOf(agent) ?? '');
    });
    if (agents.length === 0) return null;
    return {
      severity: 'info',
      reason:
        'DSR adds an option or a header to packets between nodes. An MTU that was set to what a link usually takes leaves no room for it, and full-sized packets are then lost, unless the links here take more.',
      evidence: [
        ...agentEvidence(facts, agents, 'mtu', mtuOf, () => 'configured'),
        ...settingEvidence(facts, agents, modeKey),
        ...settingEvidence(facts, agents, dispatchKey),
      ],
      todo: 'Compare with the MTU of the links between the nodes (`ip link`). If it is the same, lower the MTU of the pods by what DSR adds (option 8 bytes, IPv6 24; IPIP 20, IPv6 40; Geneve 62, IPv6 94), or use the mode hybrid with the dispatch opt, which adds to the first packet of a TCP connection only.',
    };
  },
};

/** Section 6, row 10 (#36901): the first fix was withdrawn (#39333). The dispatch is there since v1.14. */
const geneveToHost: AdviceRule = {
  id: 'dsr-geneve-host-backends',
  title: 'Geneve DSR may not reach backends in the host’s network',
  field: 'dsr-dispatch-mode',
  issue: 36901,
  judge(facts) {
    const agents = dispatching(facts, 'geneve').filter(({ version }) => inSpan(version, { since: '1.14' }));
    if (agents.length === 0) return null;
    const found = new Map<string, AdviceEvidence>();
    for (const { service, type, ownBackends, backends } of facts.frontends) {
      if (service === null || ownBackends) continue;
      if (type !== 'NodePort' && type !== 'LoadBalancer' && type !== 'ExternalIPs') continue;
      for (const { target, ip, port, protocol } of backends) {
        if (target.kind !== 'host') continue;
        const address = formatL3n4Addr({ ip, port, protocol, scope: 'external' });
        found.set(
          `${service.namespace}/${service.name} ${address}`,
          tableEvidence(service, 'backend', address),
        );
      }
    }
    if (found.size === 0) return null;
    return {
      severity: 'warn',
      reason:
        'With the dispatch geneve, traffic from outside to a backend with hostNetwork on another node was reported to be dropped. The first fix was taken back.',
      evidence: [...found.values(), ...settingEvidence(facts, agents, dispatchKey)],
      todo: 'Try such a Service through a node without a backend. If it fails: externalTrafficPolicy Local for it, or the mode snat.',
    };
  },
};

/** Rule B20 (KPF "DSR with IPIP"): no port is carried, so both must be equal. v1.18 and later. */
const ipipPorts: AdviceRule = {
  id: 'dsr-ipip-ports',
  title: 'IPIP DSR needs the same port on Service and backend',
  field: 'dsr-dispatch-mode',
  issue: null,
  judge(facts) {
    const agents = dispatching(facts, 'ipip').filter(({ version }) => inSpan(version, { since: '1.18' }));
    const evidence = (facts.services ?? []).flatMap((service) => {
      if (service.loadBalancerIPs.length + service.externalIPs.length === 0) return [];
      return service.ports.flatMap(({ port, targetPort }) =>
        typeof targetPort === 'number' && targetPort !== port
          ? [serviceEvidence(service, 'port and targetPort', `${port} and ${targetPort}`)]
          : [],
      );
    });
    if (agents.length === 0 || evidence.length === 0) return null;
    return {
      severity: 'warn',
      reason:
        'The dispatch ipip carries the packet as the client sent it, and no other port. Where port and targetPort differ, traffic to the Service’s address fails without a message.',
      evidence: [...evidence, ...settingEvidence(facts, agents, dispatchKey)],
      todo: 'Give such Services the same port and targetPort, or use the dispatch opt or geneve.',
    };
  },
};

export const dsrRules: readonly AdviceRule[] = [sourceCheck, tightMTU, geneveToHost, ipipPorts];
