import { clsx } from 'clsx';
import { Check, CircleDashed, X } from 'lucide-react';
import { AnnotatedText } from '@/components/ui/annotated-text';
import type { Verdict } from '@/lib/learn/lesson/verdict';

const looks = {
  met: { Icon: Check, word: 'Right.', tone: 'text-ok' },
  open: { Icon: X, word: 'Not yet.', tone: 'text-bad' },
  unknown: { Icon: CircleDashed, word: 'Cannot be judged.', tone: 'text-muted' },
};

/** What the judge says, with what is so instead where a goal is not met. */
export function VerdictLine({ verdict }: { verdict: Verdict }) {
  const { Icon, word, tone } = looks[verdict.is];
  return (
    <p className="flex gap-2 text-pretty">
      <Icon aria-hidden size={15} strokeWidth={1.8} className={clsx('mt-0.75 flex-none', tone)} />
      <span className="min-w-0 wrap-anywhere">
        <b className="font-semibold">{word}</b>{' '}
        <span className="text-muted">
          <AnnotatedText text={verdict.seen} />
        </span>
      </span>
    </p>
  );
}
