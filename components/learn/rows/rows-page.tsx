'use client';

import { useCallback, useMemo, useState } from 'react';
import { SimulatorFrame } from '@/components/learn/simulator/simulator-frame';
import { useLinkState } from '@/components/learn/simulator/use-link-state';
import { useSteppedSimulator } from '@/components/learn/simulator/use-stepped-simulator';
import { SegmentedControl } from '@/components/ui/segmented-control';
import type { ClusterAround } from '@/lib/learn/rows/cluster-around';
import { aroundOfExample, type ManifestExampleName } from '@/lib/learn/rows/manifest-examples';
import { readManifest } from '@/lib/learn/rows/read-manifest';
import { rowChanges } from '@/lib/learn/rows/row-changes';
import { rowSteps, rowStepCount, type RowStep } from '@/lib/learn/rows/row-steps';
import { rowsModel, type RowsModel } from '@/lib/learn/rows/rows-model';
import { rowsPredictions } from '@/lib/learn/rows/rows-predictions';
import {
  fitsLink,
  manifestText,
  readRowsLink,
  rowsKeys,
  sourceOf,
  writeRowsLink,
} from '@/lib/learn/rows/rows-state';
import { shown, type Prediction } from '@/lib/learn/predict/prediction';
import { ExampleChoice } from './example-choice';
import { ManifestEditor } from './manifest-editor';
import { NodesEditor } from './nodes-editor';
import { rowsFooter } from './rows-footer';
import { RowsParametersRow } from './rows-parameters-row';
import { RowsWalk } from './rows-walk';
import { useChangesSinceEdit } from './use-changes-since-edit';
import { UseMyService } from './use-my-service';

const link = { keys: rowsKeys, read: readRowsLink, write: writeRowsLink };
const noModel: Pick<RowsModel, 'perNode'> = { perNode: [] };
const noPredictions: readonly Prediction[] = [];
const noSteps: RowStep[] = [];
const none: ReadonlyMap<string, string> = new Map();

/** The simulator of rows: a Service's manifest and the cluster around it, and what each node's agent lists for it, rule by rule. */
export function RowsPage() {
  const linked = useLinkState(link);
  const { state, setState } = linked;
  const { source, parameters: around } = state;
  const [draft, setDraft] = useState<string | null>(null);
  const [beginning, setBeginning] = useState(0);
  const text = manifestText(source);
  const read = useMemo(() => readManifest(text), [text]);
  const { manifest } = read;
  const model = useMemo(() => (manifest === null ? null : rowsModel(manifest, around)), [manifest, around]);
  const { perNode } = model ?? noModel;
  const node = Math.min(state.node, around.nodes.length - 1);
  const table = perNode[node];
  const before = useChangesSinceEdit(perNode, table?.node ?? '', beginning);
  const predictions = useMemo(
    () => ('example' in source && table !== undefined ? rowsPredictions(perNode) : noPredictions),
    [source, perNode, table],
  );
  const asked = useMemo(
    () =>
      manifest === null || model === null || table === undefined
        ? null
        : { manifest, around, input: model.input, table },
    [manifest, around, model, table],
  );
  const steps = useMemo(() => (asked === null ? noSteps : rowSteps(asked)), [asked]);
  const count = steps.length;
  const { row } = state;
  /** A step brings the first row that it adds into sight. */
  const stateAt = useCallback(
    (step: number) => ({ node, step: step + 1, row: steps[step]?.adds[0] ?? (step === 0 ? 0 : row) }),
    [node, steps, row],
  );
  const simulator = useSteppedSimulator({ linked, count, wanted: state.step - 1, stateAt, predictions });
  /** A question is about what was there when it was asked: after an edit nothing is asked any more, and all is there. */
  const told = { predicted: new Map(predictions.map(({ id }) => [id, shown])), step: rowStepCount };
  const onText = (next: string) => {
    setDraft(next);
    if (fitsLink(next)) setState({ ...state, source: sourceOf(next), ...told });
  };
  const onAround = (changed: Partial<ClusterAround>) =>
    setState({ ...state, node, parameters: { ...around, ...changed }, ...told });
  const onExample = (name: ManifestExampleName) => {
    setDraft(null);
    setBeginning(beginning + 1);
    setState({
      ...state,
      source: { example: name },
      parameters: aroundOfExample(name, around),
      ...{ row: 0, step: 1, predicted: none },
    });
  };
  const onService = (manifestOfCluster: string, aroundOfCluster: ClusterAround) => {
    setDraft(null);
    setBeginning(beginning + 1);
    setState({
      ...state,
      source: sourceOf(manifestOfCluster),
      parameters: aroundOfCluster,
      ...{ node: 0, row: 0, step: rowStepCount, predicted: none },
    });
  };
  const fits = draft === null || fitsLink(draft);
  return (
    <SimulatorFrame
      simulator={simulator}
      title="From a Service to its rows"
      actions={<UseMyService onUse={onService} />}
      parameters={<RowsParametersRow around={around} onChange={onAround} />}
      footer={rowsFooter(around.release)}
    >
      <div className="@container px-4 desk:px-6">
        <div className="flex flex-col @min-[60rem]:grid @min-[60rem]:grid-cols-[25rem_minmax(0,1fr)] @min-[60rem]:gap-x-6">
          <div className="contents @min-[60rem]:block @min-[60rem]:border-r @min-[60rem]:border-line @min-[60rem]:py-3 @min-[60rem]:pr-6">
            <h2 className="sr-only">The manifest</h2>
            <div className="order-1 pb-2 max-desk:pt-3">
              <ExampleChoice value={'example' in source ? source.example : null} onChange={onExample} />
            </div>
            <div className="order-1">
              <ManifestEditor text={draft ?? text} problems={read.problems} fits={fits} onText={onText} />
            </div>
            <div className="order-3 pt-4 max-desk:pb-4">
              <NodesEditor nodes={around.nodes} onChange={(nodes) => onAround({ nodes })} />
            </div>
          </div>
          <div className="order-2 min-w-0 py-3">
            <div className="flex flex-wrap items-center gap-x-3 gap-y-2 pb-2">
              <h2 className="font-semibold">What the agent lists on</h2>
              <div className="max-w-full overflow-x-auto">
                <SegmentedControl
                  label="Node"
                  value={String(node)}
                  segments={around.nodes.map(({ name }, index) => ({ value: String(index), label: name }))}
                  onValueChange={(next) => setState({ ...state, node: Number(next) })}
                />
              </div>
            </div>
            {asked === null ? (
              <p className="rounded-control border border-line px-3 py-6 text-pretty text-muted">
                No API server takes this manifest as it is, so no agent hears of it. What is wrong stands
                below the text, by line.
              </p>
            ) : (
              <RowsWalk
                {...{ simulator, asked, steps, row }}
                changes={rowChanges(before, asked.table)}
                onRow={(next) => setState({ ...state, node, row: next })}
              />
            )}
          </div>
        </div>
      </div>
    </SimulatorFrame>
  );
}
