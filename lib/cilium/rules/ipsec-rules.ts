import { booleanOf } from '../settings/config-data';
import { isProbe } from './kernel-rules';
import type { Rule, Start } from './rule';
import { broken } from './rule';

const key = 'enable-ipsec';
const kprKey = 'kube-proxy-replacement';

const both = ({ data, settings }: Start): boolean =>
  booleanOf(data, key, false) && settings.loadBalancing.nodePort;

/** IPsec beside NodePort: E11, allowed since v1.16. */
export const ipsecRules: readonly Rule[] = [
  {
    id: 'E11',
    effect: 'fatal',
    stage: 'kpr',
    keys: [key],
    reads: [kprKey],
    until: '1.12',
    judge: (start) =>
      both(start) && !isProbe(start) ? broken('IPSec cannot be used with BPF NodePort.') : null,
  },
  {
    id: 'E11',
    effect: 'warn',
    stage: 'kpr',
    keys: [key],
    reads: [kprKey],
    until: '1.12',
    judge: (start) =>
      both(start) && isProbe(start)
        ? broken('IPSec cannot be used with BPF NodePort. Disabling BPF NodePort feature.')
        : null,
  },
  {
    id: 'E11',
    effect: 'fatal',
    stage: 'kpr',
    keys: [key],
    reads: [kprKey],
    since: '1.13',
    until: '1.15',
    judge: (start) => (both(start) ? broken('IPSec cannot be used with BPF NodePort') : null),
  },
];
