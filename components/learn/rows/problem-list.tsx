import { OctagonX, TriangleAlert } from 'lucide-react';
import type { ManifestProblem } from '@/lib/learn/rows/manifest-problem';

type ProblemListProps = { problems: readonly ManifestProblem[]; onLine: (line: number) => void };

/** What is wrong with the manifest: the line, the place, and what it is to be. */
export function ProblemList({ problems, onLine }: ProblemListProps) {
  if (problems.length === 0) return null;
  return (
    <ul aria-label="Problems of the manifest" className="pt-1.5">
      {problems.map(({ line, place, text, kind }, index) => {
        const Icon = kind === 'error' ? OctagonX : TriangleAlert;
        return (
          <li key={index} className="border-t border-line first:border-t-0">
            <button
              type="button"
              onClick={() => onLine(line)}
              className="target grid w-full grid-cols-[1rem_3.25rem_minmax(0,1fr)] items-start gap-x-1.5 py-1 text-left hover:bg-row-hover"
            >
              <Icon
                aria-label={kind === 'error' ? 'Error' : 'Hint'}
                size={13}
                className={kind === 'error' ? 'mt-0.75 text-bad' : 'mt-0.75 text-warn'}
              />
              <span className="text-small text-muted">line {line}</span>
              <span className="wrap-anywhere">
                {place !== '' && <span className="mono text-muted">{place} </span>}
                {text}
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
