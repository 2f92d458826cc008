import { keysSharedByNodes } from '../settings/canary-keys';
import { isTunnelled } from './routing-rules';
import type { Rule, Start } from './rule';
import { broken, missing } from './rule';

const modeKey = 'bpf-lb-mode';
const kprKey = 'kube-proxy-replacement';

const isDSR = ({ settings }: Start): boolean =>
  settings.loadBalancing.nodePort && settings.forwardingMode !== 'snat';

/** What no agent looks at, and traffic shows (cilium-config.md 3 and 4.6). */
export const environmentRules: readonly Rule[] = [
  {
    id: '4.6-CANARY',
    effect: 'warn',
    stage: 'none',
    keys: keysSharedByNodes,
    judge({ facts: { nodeKeys } }) {
      if (nodeKeys === null) return missing('the CiliumNodeConfigs of the node');
      const own = nodeKeys.filter((key) => keysSharedByNodes.includes(key));
      return own.length === 0
        ? null
        : broken(`${own.join(', ')}: nodes must agree on it, and a CiliumNodeConfig gives this one its own.`);
    },
  },
  {
    id: '3.1-FABRIC',
    effect: 'warn',
    stage: 'none',
    keys: [modeKey],
    reads: [kprKey],
    judge: (start) =>
      isDSR(start) ? missing('whether the network lets a node answer under the address of a Service') : null,
  },
  {
    id: '3.1-MTU',
    effect: 'warn',
    stage: 'none',
    keys: [modeKey],
    reads: ['bpf-lb-dsr-dispatch', kprKey],
    judge: (start) =>
      isDSR(start) ? missing('whether the MTU of the network has room for what DSR adds to a packet') : null,
  },
  {
    id: '3.1-OPTIONS',
    effect: 'warn',
    stage: 'none',
    keys: ['bpf-lb-dsr-dispatch'],
    reads: [modeKey, kprKey],
    judge: (start) =>
      isDSR(start) && start.settings.dispatch === 'opt' && !isTunnelled(start)
        ? missing('whether routers between the nodes let packets with IP options pass')
        : null,
  },
  {
    id: 'B20',
    effect: 'warn',
    stage: 'none',
    keys: ['bpf-lb-dsr-dispatch'],
    reads: [modeKey, kprKey],
    since: '1.18',
    judge: (start) =>
      isDSR(start) && start.settings.dispatch === 'ipip'
        ? missing('whether every Service has the same port and targetPort')
        : null,
  },
];
