import { StateMark, type MarkKind } from '@/components/ui/state-mark';
import type { MatrixVerdict } from './matrix-rows';

const marks: Readonly<Record<MatrixVerdict, MarkKind>> = {
  agrees: 'agrees',
  differs: 'differs',
  leftover: 'leftover',
  absent: 'absent',
  unjudged: 'unknown',
  'not-asked': 'unknown',
};

/** The mark of a verdict; an answer that is missing is in the tone of what is old. */
export function VerdictMark({ verdict }: { verdict: MatrixVerdict }) {
  return (
    <StateMark
      mark={marks[verdict]}
      label={null}
      {...(verdict === 'not-asked' ? { tone: 'warn' as const } : {})}
    />
  );
}
