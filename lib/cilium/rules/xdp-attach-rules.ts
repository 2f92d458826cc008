import { textOf } from '../settings/config-data';
import type { Rule, Start } from './rule';
import { broken, missing } from './rule';

const key = 'bpf-lb-acceleration';
const prefilterKeys = ['prefilter-device', 'prefilter-mode'];
const kprKey = 'kube-proxy-replacement';

/** C6: what an agent says when a driver refuses, before it gives up (C4) or goes without (C5). */
function retry(words: string, span: { since: string; until?: string }): Rule {
  return {
    id: 'C6',
    effect: 'warn',
    stage: 'datapath',
    keys: [key],
    reads: ['devices', kprKey],
    ...span,
    judge({ settings, facts }) {
      if (!['native', 'best-effort'].includes(settings.acceleration)) return null;
      if (facts.devicesWithoutXDP === null)
        return missing('whether the drivers of the selected devices take XDP programs');
      return facts.devicesWithoutXDP.length === 0 ? null : broken(words);
    },
  };
}

const tries = 'attaching XDP program failed';

export const xdpRetryRules: readonly Rule[] = [
  retry(tries, { since: '1.18.10', until: '1.18' }),
  retry('loading eBPF program failed, setting XDP frags and retrying', { since: '1.19', until: '1.19' }),
  retry(tries, { since: '1.20' }),
];

/** XDP modes of the kernel, by the word of either flag. */
const linkModes: Record<string, string> = { native: 'xdpdrv', 'testing-only': 'xdpgeneric' };

function prefilterMode({ data }: Start): string | null {
  const device = textOf(data, 'prefilter-device');
  if (device === '' || device === 'undefined') return null;
  return linkModes[textOf(data, 'prefilter-mode', 'native')] ?? null;
}

/** C7: later agents have no second feature that asks for XDP (recorded for 1.21-dev). */
export const xdpConflictRules: readonly Rule[] = [
  {
    id: 'C7',
    effect: 'fatal',
    stage: 'finish',
    keys: [key, ...prefilterKeys],
    reads: [kprKey],
    until: '1.11',
    judge(start) {
      const [filter, forward] = [prefilterMode(start), linkModes[start.settings.acceleration]];
      if (!start.settings.loadBalancing.nodePort || filter === null || forward === undefined) return null;
      return filter === forward
        ? null
        : broken(`XDP Mode conflict: current mode is ${filter}, trying to set conflicting ${forward}`);
    },
  },
];
