import { VerdictMark } from './matrix-cell';
import type { MatrixVerdict } from './matrix-rows';
import { verdictWords } from './matrix-rows';

const verdicts: readonly MatrixVerdict[] = [
  'agrees',
  'differs',
  'leftover',
  'absent',
  'unjudged',
  'not-asked',
];

/** What the marks of the matrix say. */
export function MatrixLegend() {
  return (
    <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 text-label text-faint">
      {verdicts.map((verdict) => (
        <li key={verdict} className="flex items-center gap-1.5 whitespace-nowrap">
          <VerdictMark verdict={verdict} />
          {verdictWords[verdict]}
        </li>
      ))}
    </ul>
  );
}
