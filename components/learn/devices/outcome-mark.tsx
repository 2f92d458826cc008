import { Check, CircleHelp, Star, X } from 'lucide-react';
import type { TestOutcome } from '@/lib/cilium/devices/device-tests';

const words: Record<TestOutcome['result'], string> = {
  pass: 'passed',
  fail: 'failed',
  chosen: 'named: taken',
  unknown: 'not known',
  'not-reached': 'not reached',
};

/** What came of a test: a shape for each result, and its word for who does not see it. */
export function OutcomeMark({ result }: { result: TestOutcome['result'] }) {
  const label = words[result];
  switch (result) {
    case 'pass':
      return <Check aria-label={label} size={14} className="inline text-ok" />;
    case 'chosen':
      return <Star aria-label={label} size={14} className="inline text-accent-text" />;
    case 'fail':
      return <X aria-label={label} size={15} strokeWidth={2.4} className="inline text-bad" />;
    case 'unknown':
      return <CircleHelp aria-label={label} size={14} className="inline text-muted" />;
    case 'not-reached':
      return (
        <span title={label} className="text-faint">
          <span aria-hidden>·</span>
          <span className="sr-only">{label}</span>
        </span>
      );
  }
}
