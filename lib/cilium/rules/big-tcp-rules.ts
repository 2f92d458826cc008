import { booleanOf } from '../settings/config-data';
import type { Rule, Start } from './rule';
import { broken } from './rule';

const dispatchKey = 'bpf-lb-dsr-dispatch';
const bigTCPKeys = ['enable-ipv4-big-tcp', 'enable-ipv6-big-tcp'];

const isOn = ({ data }: Start): boolean => bigTCPKeys.some((key) => booleanOf(data, key, false));

/** Geneve dispatch of DSR switches encapsulation on (recorded for 1.21-dev). */
const encapsulates = ({ settings }: Start): boolean =>
  settings.routingMode === 'tunnel' || (settings.forwardingMode !== 'snat' && settings.dispatch === 'geneve');

const shared = { effect: 'fatal', stage: 'cell', since: '1.20' } as const;

/** BIG TCP beside tunnels and DSR, on a kernel without BIG TCP for UDP tunnels (no release of Linux has it). */
export const bigTCPRules: readonly Rule[] = [
  {
    ...shared,
    id: 'B17',
    keys: [dispatchKey, ...bigTCPKeys],
    judge: (start) =>
      isOn(start) && start.settings.dispatch === 'ipip'
        ? broken("bpf-lb-dsr-dispatch ipip creates IPIP tunnels that aren't compatible with BIG TCP")
        : null,
  },
  {
    ...shared,
    id: 'B19',
    keys: bigTCPKeys,
    reads: ['routing-mode', 'bpf-lb-mode', dispatchKey],
    judge: (start) =>
      isOn(start) && start.settings.dispatch !== 'ipip' && encapsulates(start)
        ? broken('BIG TCP in tunneling mode requires pending kernel support')
        : null,
  },
  {
    ...shared,
    id: 'B18',
    keys: [dispatchKey, ...bigTCPKeys],
    reads: ['bpf-lb-mode'],
    judge: (start) =>
      isOn(start) && start.settings.dispatch === 'geneve' && !encapsulates(start)
        ? broken('BIG TCP with bpf-lb-dsr-dispatch geneve requires pending kernel support')
        : null,
  },
];
