import { agent, facts } from '../advice.fixture';
import type { AdviceCase } from './advice-case.fixture';
import { two } from './advice-case.fixture';

const iptables = (mode: string) => ({ status: { masquerading: { enabled: true, mode } } });

/** The rules of masquerading and XDP on nodes. */
export const nodeCases: AdviceCase[] = [
  {
    id: 'iptables-masquerade',
    speaks: facts({ agents: two(iptables('IPTables')) }),
    severity: 'info',
    evidence: ['a+b enable-bpf-masquerade=false reported'],
    silent: {
      'in BPF': facts({ agents: two(iptables('BPF')) }),
      'where nothing is masqueraded': facts({
        agents: two({ status: { masquerading: { enabled: false } } }),
      }),
    },
  },
  {
    id: 'xdp-best-effort',
    speaks: facts({ agents: [agent('a', { nodePort: { acceleration: 'Best-Effort' } }), agent('b')] }),
    severity: 'info',
    evidence: ['a bpf-lb-acceleration=best-effort reported', 'a devices=eth0 reported'],
    silent: { native: facts({ agents: two({ nodePort: { acceleration: 'Native' } }) }) },
  },
];
