import { inSpan } from '@/lib/cilium/fields/version-span';
import { defaultMaglevSeed } from '@/lib/cilium/maglev/maglev-seed';
import type { AdviceRule } from './advice-rule';
import { serviceEvidence, settingEvidence, versionEvidence } from './evidence';
import { hasAffinity, isOutside } from './outside-service';
import { runningValue, servingAgents } from './running-value';

const algorithmKey = 'bpf-lb-algorithm';
const seedKey = 'bpf-lb-maglev-hash-seed';

/** "Hundreds of ports" in the reports; the fewest that anybody complained of is not told. */
const manyPorts = 100;

/** cilium-config.md 3.3 "Seed" (KPF: recommended to set), v1.10 to 1.21-dev. */
const defaultSeed: AdviceRule = {
  id: 'maglev-default-seed',
  title: 'Maglev runs with the seed everybody has',
  field: 'backend-selection',
  issue: null,
  judge(facts) {
    const agents = servingAgents(facts, algorithmKey, ['maglev']).filter(
      (agent) => runningValue(agent, seedKey) === defaultMaglevSeed,
    );
    if (agents.length === 0) return null;
    return {
      severity: 'info',
      reason:
        'The seed decides which backend a flow is sent to. The built-in one is public, so anybody can work out flows that all meet one backend; Cilium’s documentation recommends one of your own.',
      evidence: settingEvidence(facts, agents, seedKey),
      todo: 'Make one with `head -c12 /dev/urandom | base64 -w0` and set it (maglev.hashSeed, key bpf-lb-maglev-hash-seed) for all agents: they must share it. Until every agent has restarted, nodes choose differently.',
    };
  },
};

/** Section 6, row 30 (#26709, PR #37005): the source port is left out of the hash since v1.17; v1.16.7 still has it in. */
const affinityBySourcePort: AdviceRule = {
  id: 'maglev-affinity',
  title: 'Session affinity is not kept across nodes',
  field: 'session-affinity',
  issue: 26709,
  judge(facts) {
    const agents = servingAgents(facts, algorithmKey, ['maglev']).filter(({ version }) =>
      inSpan(version, { until: '1.16' }),
    );
    const services = (facts.services ?? []).filter((service) => hasAffinity(service) && isOutside(service));
    if (agents.length === 0 || services.length === 0) return null;
    return {
      severity: 'warn',
      reason:
        'Up to Cilium 1.16 Maglev hashes the client’s port even for Services with session affinity. When connections of one client come in by different nodes, each node may choose another backend.',
      evidence: [
        ...services.map((service) => serviceEvidence(service, 'sessionAffinity', 'ClientIP')),
        ...versionEvidence(facts, agents),
      ],
      todo: 'Upgrade to Cilium 1.17 or later, or make sure that the load balancer before the nodes sends a client to the same node each time.',
    };
  },
};

/** Section 6, row 26 (#32391, #28845): a table for each port; "improved later", without a version. */
const tablePerPort: AdviceRule = {
  id: 'maglev-many-ports',
  title: 'Maglev computes a table for each of many ports',
  field: 'backend-selection',
  issue: 32391,
  judge(facts) {
    const agents = servingAgents(facts, algorithmKey, ['maglev']);
    const services = (facts.services ?? []).filter(
      (service) => isOutside(service) && service.ports.length >= manyPorts,
    );
    if (agents.length === 0 || services.length === 0) return null;
    return {
      severity: 'info',
      reason:
        'Every port of a Service has tables of its own, and all are computed again when a backend comes or goes. Services with hundreds of ports were reported to take minutes to follow.',
      evidence: [
        ...services.map((service) => serviceEvidence(service, 'ports', String(service.ports.length))),
        ...settingEvidence(facts, agents, algorithmKey),
      ],
      todo: 'Look under Agreement at how long agents take to follow changes of this Service. If it is long: a smaller table, or the algorithm random, for this Service alone by annotation (since 1.17).',
    };
  },
};

export const maglevRules: readonly AdviceRule[] = [defaultSeed, affinityBySourcePort, tablePerPort];
