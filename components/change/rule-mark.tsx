import { clsx } from 'clsx';
import { Check, CircleDashed, OctagonX, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { RuleVerdict } from '@/lib/cilium/rules/judge-rules';

const looks: Record<RuleVerdict, { Icon: LucideIcon; tone: string; word: string }> = {
  fatal: { Icon: OctagonX, tone: 'text-bad', word: 'would be fatal' },
  unknown: { Icon: CircleDashed, tone: 'text-muted', word: 'cannot be known from here' },
  warn: { Icon: TriangleAlert, tone: 'text-warn', word: 'warns' },
  pass: { Icon: Check, tone: 'text-ok', word: 'passes' },
};

/** The words of a verdict: `would be fatal`. */
export function verdictWord(verdict: RuleVerdict): string {
  return looks[verdict].word;
}

/** A verdict as its shape. `bare`: the word stands beside it. */
export function RuleMark({
  verdict,
  bare = false,
  size = 15,
}: {
  verdict: RuleVerdict;
  bare?: boolean;
  size?: number;
}) {
  const { Icon, tone, word } = looks[verdict];
  return (
    <Icon
      {...(bare ? { 'aria-hidden': true } : { role: 'img', 'aria-label': word })}
      size={size}
      strokeWidth={1.6}
      className={clsx('inline-block flex-none', tone)}
    />
  );
}
