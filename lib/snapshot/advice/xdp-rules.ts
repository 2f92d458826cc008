import type { AdviceRule } from './advice-rule';
import { settingEvidence } from './evidence';
import { servingAgents } from './running-value';

/** cilium-config.md 0.3 item 5, rule C5 and 3.2: the status shows what was asked for, never where it was attached. v1.15 and later. */
const bestEffort: AdviceRule = {
  id: 'xdp-best-effort',
  title: 'XDP best-effort: no capable driver is known',
  field: 'xdp-acceleration',
  issue: null,
  judge(facts) {
    const agents = servingAgents(facts, 'bpf-lb-acceleration', ['best-effort']);
    if (agents.length === 0) return null;
    return {
      severity: 'info',
      reason:
        'Agents attach XDP where a driver takes it and go on without where it does not. They report Best-Effort either way, and no driver is named in anything they print: it may run on no device at all.',
      evidence: [
        ...settingEvidence(facts, agents, 'bpf-lb-acceleration'),
        ...settingEvidence(facts, agents, 'devices'),
      ],
      todo: 'On a node, `ip link show` names an XDP program behind each device that has one; the log of the agent says “Failed to attach XDP program, ignoring due to best-effort mode” for the others.',
    };
  },
};

export const xdpRules: readonly AdviceRule[] = [bestEffort];
