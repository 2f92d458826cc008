import { StateMark } from '@/components/ui/state-mark';
import { verdictMarks, verdictWords } from './settings-cell';

const verdicts = ['same', 'odd', 'not-reported', 'silent'] as const;
/** Where values are written out, only these carry a mark. */
const marked = ['odd', 'silent'] as const;

/** What the marks of the matrix say. */
export function SettingsLegend({ marksOnly }: { marksOnly: boolean }) {
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-label text-faint">
      {(marksOnly ? verdicts : marked).map((verdict) => (
        <li key={verdict} className="flex items-center gap-1.5 whitespace-nowrap">
          <StateMark {...verdictMarks[verdict]} label={null} />
          {verdictWords[verdict]}
        </li>
      ))}
    </ul>
  );
}
