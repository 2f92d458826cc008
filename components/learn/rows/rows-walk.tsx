'use client';

import { PredictionPanel } from '@/components/learn/simulator/prediction-panel';
import { SimulatorControls } from '@/components/learn/simulator/simulator-controls';
import { ToldSteps } from '@/components/learn/simulator/told-steps';
import type { SteppedSimulator } from '@/components/learn/simulator/use-stepped-simulator';
import { absentRows } from '@/lib/learn/rows/absent-rows';
import { releaseOf, type ClusterAround } from '@/lib/learn/rows/cluster-around';
import { linesAtStep } from '@/lib/learn/rows/lines-at-step';
import type { RowChanges } from '@/lib/learn/rows/row-changes';
import { rowReasons } from '@/lib/learn/rows/row-reasons';
import { backendStep, idStep, type RowStep } from '@/lib/learn/rows/row-steps';
import type { NodeRows, RowsInput } from '@/lib/learn/rows/rows-model';
import type { ServiceManifest } from '@/lib/learn/rows/service-manifest';
import { openPrediction } from '@/lib/learn/predict/prediction';
import { RowExplanation } from './row-explanation';
import { listCommand } from './rows-footer';
import { RowStepDetail } from './row-step-detail';
import { RowsOutput } from './rows-output';

type RowsWalkProps = {
  simulator: SteppedSimulator;
  asked: { manifest: ServiceManifest; around: ClusterAround; input: RowsInput; table: NodeRows };
  steps: readonly RowStep[];
  changes: RowChanges;
  row: number;
  onRow: (row: number) => void;
};

/** One node's list as it comes about, rule by rule, with the reason of each rule and of the row in sight. */
export function RowsWalk(props: RowsWalkProps) {
  const { simulator, asked, steps, changes, onRow } = props;
  const { manifest, around, input, table } = asked;
  const { stageRef, step, masked, predictions, predicted, onStep, onPredict } = simulator;
  const isMasked = openPrediction(predictions, predicted) !== null;
  const lines = linesAtStep(table, steps, step);
  const wanted = Math.min(props.row, Math.max(table.rows.length - 1, 0));
  const row = (lines[wanted] ?? []).some((line) => line !== '') ? wanted : null;
  const frontend = row === null ? undefined : table.rows[row];
  const release = releaseOf(around.release);
  const reasons =
    frontend === undefined
      ? []
      : rowReasons(frontend.frontend, frontend.id, { manifest, input, release, node: table.node }).filter(
          ({ about }) => !(about === 'backends' && step < backendStep) && !(about === 'id' && step < idStep),
        );
  const title = steps[step]?.title ?? '';
  return (
    <>
      <div ref={stageRef}>
        <RowsOutput
          {...{ table, lines, changes, row, onRow, isMasked }}
          command={listCommand(around.release)}
          isWhole={step >= idStep}
        />
      </div>
      <p className="pt-1 pb-2 text-small text-pretty text-muted">
        Of this Service alone, on a node whose agent has no other: IDs count from 1.
        {table.rows.length === 0 && step >= idStep && ' It has no row here.'}
      </p>
      <SimulatorControls {...{ simulator, title }} word="step" />
      <p aria-live="polite" className="sr-only">
        {title}
      </p>
      <div className="@min-[60rem]:grid @min-[60rem]:grid-cols-[minmax(0,1fr)_19rem] @min-[60rem]:gap-x-6">
        <div>
          <RowStepDetail current={steps[step]} step={step} />
          <div className="pt-3">
            <RowExplanation
              title={frontend === undefined ? null : `${frontend.key} ${frontend.frontend.type}`}
              reasons={reasons}
              absent={step >= idStep ? absentRows(manifest, around, input, table) : []}
            />
          </div>
        </div>
        <div className="pt-3">
          <PredictionPanel {...{ predictions, predicted, onPredict }} word="step" />
          <section aria-label="Steps" className="pt-3">
            <h2 className="pb-1 font-semibold">Every step</h2>
            <ToldSteps
              label="Every step"
              steps={steps.map((each) => ({
                title: each.title,
                text: keysOf(each, table),
                isAnswer: false,
                isEnd: false,
              }))}
              step={step}
              masked={masked}
              onStep={onStep}
            />
          </section>
        </div>
      </div>
    </>
  );
}

/** The first row that a step adds, and how many come with it; null where it adds none. */
function keysOf({ adds }: RowStep, { rows }: NodeRows): string | null {
  const [first, ...others] = adds.flatMap((index) => rows[index]?.key ?? []);
  if (first === undefined) return null;
  return others.length === 0 ? first : `${first} +${others.length}`;
}
