import { StateMark } from '@/components/ui/state-mark';
import type { CellVerdict } from './settings-cell';
import { verdictMarks, verdictWords } from './settings-cell';

const verdicts: readonly CellVerdict[] = ['same', 'odd', 'own', 'not-reported', 'silent'];
/** Where values are written out, only these carry a mark. */
const marked: readonly CellVerdict[] = ['odd', 'silent'];

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
