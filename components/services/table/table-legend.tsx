import { StateMark, type VerdictMarkKind } from '@/components/ui/state-mark';
import { KeyLegend } from '../map/map-legend';

const words: { mark: VerdictMarkKind; word: string }[] = [
  { mark: 'agrees', word: 'same as the others and the API' },
  { mark: 'differs', word: 'differs' },
  { mark: 'absent', word: 'not there, as expected' },
  { mark: 'none', word: 'no backends' },
];

/** What the marks mean, and the keys. */
export function TableLegend() {
  return (
    <div className="flex h-8.5 flex-none items-center gap-4 overflow-hidden border-t border-line pr-4 pl-6 text-label font-normal whitespace-nowrap text-faint">
      {words.map(({ mark, word }) => (
        <span key={mark} className="flex items-center gap-1.75">
          <StateMark mark={mark} label={null} />
          {word}
        </span>
      ))}
      <KeyLegend last={{ key: 'M', word: 'map' }} />
    </div>
  );
}
