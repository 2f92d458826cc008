import { atLeast } from '../agent-version';
import { textOf } from '../settings/config-data';
import type { Rule } from './rule';
import { broken, missing } from './rule';

const l7Key = 'loadbalancer-l7';
const modeKey = 'bpf-lb-mode';

/** E17: the rows of such a Service are no longer brought up to date; the operator makes the redirection. */
const affinityBehindProxy: Rule = {
  id: 'E17',
  effect: 'warn',
  stage: 'none',
  keys: [l7Key],
  since: '1.18',
  judge({ data, facts: { affinityBehindProxy: services } }) {
    if (textOf(data, l7Key) !== 'envoy') return null;
    if (services === null) return missing('whether a Service with session affinity goes through Envoy');
    const [first] = services;
    return first === undefined
      ? null
      : broken(
          `${first}: invalid feature combination: SessionAffinity with proxy redirection is not supported`,
        );
  },
};

/** B13 up to v1.17: agents derive NAT46/64 for Services, and leave it out beside DSR without a word. */
const derivedNAT46x64: Rule = {
  id: 'B13',
  effect: 'warn',
  stage: 'none',
  keys: [modeKey],
  reads: ['enable-ipv4', 'enable-ipv6', 'datapath-mode', 'kube-proxy-replacement'],
  since: '1.13',
  until: '1.17',
  judge({ data, settings, version }) {
    const { nodePort, ipv4, ipv6 } = settings.loadBalancing;
    const isDerived = !atLeast(version, 16) || textOf(data, 'datapath-mode') === 'lb-only';
    if (!nodePort || !ipv4 || !ipv6 || !isDerived || settings.forwardingMode === 'snat') return null;
    return broken('Services are not translated between IPv4 and IPv6: NAT46/NAT64 requires SNAT mode.');
  },
};

export const serviceRules: readonly Rule[] = [derivedNAT46x64, affinityBehindProxy];
