import type { MarkKind } from '@/components/ui/state-mark';
import type { Verdict } from '@/lib/cilium/settings/knob-verdict';

/** A verdict in words, with its mark; `warn` where somebody should look. */
export const verdictLook: Record<Verdict, { word: string; mark: MarkKind; warn: boolean }> = {
  'in-effect': { word: 'in effect', mark: 'agrees', warn: false },
  'pending-restart': { word: 'pending restart', mark: 'differs', warn: true },
  overridden: { word: 'overridden', mark: 'differs', warn: false },
  'not-reported': { word: 'not reported', mark: 'absent', warn: false },
  ignored: { word: 'ignored', mark: 'absent', warn: true },
  fatal: { word: 'fatal at the next start', mark: 'leftover', warn: true },
  differs: { word: 'differs', mark: 'differs', warn: true },
  unknown: { word: 'not known', mark: 'unknown', warn: false },
};
