import { SegmentedControl } from '@/components/ui/segmented-control';
import { formatCount } from '@/lib/format';
import type { MaglevAnswer } from '@/lib/learn/maglev/maglev-answer';
import { strides, type MaglevState } from '@/lib/learn/maglev/maglev-state';
import type { Building } from './building';
import { ChangeSummary } from './change-summary';
import { PictureLegend } from './picture-legend';
import { TablePicture } from './table-picture';
import { TurnLine } from './turn-line';

type MaglevStageProps = {
  answer: MaglevAnswer;
  building: Building;
  /** Turns taken; null for the whole table. */
  taken: number | null;
  isHidden: boolean;
  stride: MaglevState['stride'];
  onStride: (stride: MaglevState['stride']) => void;
};

const strideWords = { turn: 'one turn', round: 'a round', percent: '1 %' } as const;

/** The table itself: whole with what moved in it, or as far as it is built. */
export function MaglevStage({ answer, building, taken, isHidden, stride, onStride }: MaglevStageProps) {
  const { parameters } = answer;
  const isSixth = parameters.client.ip.includes(':');
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 pb-2">
        <h2 className="font-semibold">The table</h2>
        <span className="text-muted">
          <span className="mono">{isSixth ? 'cilium_lb6_maglev' : 'cilium_lb4_maglev'}</span>, slot 0 top left
        </span>
        <span className="min-h-5 desk:ml-auto" aria-live="polite">
          {taken === null ? (
            <ChangeSummary answer={answer} isHidden={isHidden} />
          ) : (
            <span>
              <b>{formatCount(taken)}</b> of {formatCount(parameters.size)} slots taken
            </span>
          )}
        </span>
      </div>
      <TablePicture {...building.picture} />
      <PictureLegend isDense={parameters.size > 1021} isBuilding={taken !== null} />
      <div className="grid gap-x-4 gap-y-1 pt-2 pb-1 desk:grid-cols-[minmax(0,1fr)_auto]">
        {taken === null ? (
          <p className="min-h-10 text-pretty text-muted">
            {parameters.size === 251 &&
              '251 slots, so that you can see each one; more than two backends ask for a larger table. '}
            Step back to see how the table is built, turn by turn.
          </p>
        ) : (
          <TurnLine turn={building.turn} size={parameters.size} />
        )}
        <div className="flex items-center gap-2 self-start text-small text-muted">
          Step by
          <SegmentedControl
            label="Step by"
            value={stride}
            segments={strides.map((value) => ({ value, label: strideWords[value] }))}
            onValueChange={onStride}
          />
        </div>
      </div>
    </>
  );
}
