import type { VerdictKind } from '@/lib/learn/xdp/nic-verdict';

/** What a driver's answer is called, in the picture and in the table. */
export const verdictWords: Record<VerdictKind, { short: string; long: string }> = {
  native: { short: 'runs XDP', long: 'runs in the driver' },
  generic: { short: 'generic XDP', long: 'runs behind the driver' },
  refused: { short: 'refuses', long: 'refuses, and the agent ends' },
  skipped: { short: 'goes without', long: 'refuses; goes on without, at tc' },
  off: { short: 'no program', long: 'nothing is attached' },
};
