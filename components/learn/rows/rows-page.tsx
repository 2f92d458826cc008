'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import { IgnoredNotice } from '@/components/learn/simulator/ignored-notice';
import { PredictionPanel } from '@/components/learn/simulator/prediction-panel';
import { SimulatorHead } from '@/components/learn/simulator/simulator-head';
import { useLinkState } from '@/components/learn/simulator/use-link-state';
import { useSimulatorKeys } from '@/components/learn/simulator/use-simulator-keys';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { absentRows } from '@/lib/learn/rows/absent-rows';
import { releaseOf, type ClusterAround } from '@/lib/learn/rows/cluster-around';
import { aroundOfExample, type ManifestExampleName } from '@/lib/learn/rows/manifest-examples';
import { readManifest } from '@/lib/learn/rows/read-manifest';
import { rowChanges } from '@/lib/learn/rows/row-changes';
import { rowReasons } from '@/lib/learn/rows/row-reasons';
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
import { openPrediction, shown, type Prediction } from '@/lib/learn/predict/prediction';
import type { KeyCommand } from '@/lib/learn/simulator/key-command';
import { ExampleChoice } from './example-choice';
import { ManifestEditor } from './manifest-editor';
import { NodesEditor } from './nodes-editor';
import { RowExplanation } from './row-explanation';
import { listCommand, RowsFooter } from './rows-footer';
import { RowsOutput } from './rows-output';
import { RowsParametersRow } from './rows-parameters-row';
import { useChangesSinceEdit } from './use-changes-since-edit';
import { UseMyService } from './use-my-service';

const link = { keys: rowsKeys, read: readRowsLink, write: writeRowsLink };
const noModel: Pick<RowsModel, 'perNode'> = { perNode: [] };
const noPredictions: readonly Prediction[] = [];

/** The simulator of rows: a Service's manifest and the cluster around it, and what each node's agent lists for it. */
export function RowsPage() {
  const { state, ignored, setState } = useLinkState(link);
  const { source, around, predicted } = state;
  const [draft, setDraft] = useState<string | null>(null);
  const [beginning, setBeginning] = useState(0);
  const text = manifestText(source);
  const read = useMemo(() => readManifest(text), [text]);
  const { manifest } = read;
  const model = useMemo(() => (manifest === null ? null : rowsModel(manifest, around)), [manifest, around]);
  const { perNode } = model ?? noModel;
  const node = Math.min(state.node, around.nodes.length - 1);
  const table = perNode[node];
  const row = Math.min(state.row, Math.max((table?.rows.length ?? 0) - 1, 0));
  const before = useChangesSinceEdit(perNode, table?.node ?? '', beginning);
  const predictions = useMemo(
    () => ('example' in source && table !== undefined ? rowsPredictions(perNode) : noPredictions),
    [source, perNode, table],
  );
  const isMasked = openPrediction(predictions, predicted) !== null;
  const rootRef = useRef<HTMLDivElement>(null);
  const onPredict = useCallback(
    (id: string, said: string) => setState({ ...state, predicted: new Map([...predicted, [id, said]]) }),
    [state, setState, predicted],
  );
  const onRow = useCallback(
    (next: number) => setState({ ...state, node, row: next }),
    [state, setState, node],
  );
  const count = table?.rows.length ?? 0;
  const onCommand = useCallback(
    (command: KeyCommand) => {
      if (command.kind === 'answer') {
        const open = openPrediction(predictions, predicted);
        const option = open?.options[command.index];
        if (open !== null && option !== undefined) onPredict(open.id, option.id);
        return;
      }
      const next = { play: row, back: row - 1, on: row + 1, first: 0, last: count - 1 }[command.kind];
      if (!isMasked && next >= 0 && next < count && next !== row) onRow(next);
    },
    [predictions, predicted, onPredict, row, count, isMasked, onRow],
  );
  useSimulatorKeys(rootRef, onCommand);
  /** A question is about what was there when it was asked: after an edit nothing is asked any more. */
  const told = new Map(predictions.map(({ id }) => [id, shown]));
  const onText = (next: string) => {
    setDraft(next);
    if (fitsLink(next)) setState({ ...state, source: sourceOf(next), predicted: told });
  };
  const onAround = (changed: Partial<ClusterAround>) =>
    setState({ ...state, node, around: { ...around, ...changed }, predicted: told });
  const onExample = (name: ManifestExampleName) => {
    setDraft(null);
    setBeginning(beginning + 1);
    const next = { example: name, around: aroundOfExample(name, around) };
    setState({
      ...state,
      source: { example: next.example },
      around: next.around,
      row: 0,
      predicted: new Map(),
    });
  };
  const onService = (manifestOfCluster: string, aroundOfCluster: ClusterAround) => {
    setDraft(null);
    setBeginning(beginning + 1);
    setState({
      ...state,
      source: sourceOf(manifestOfCluster),
      around: aroundOfCluster,
      node: 0,
      row: 0,
      predicted: new Map(),
    });
  };
  const fits = draft === null || fitsLink(draft);
  const frontend = table?.rows[row];
  const asked =
    manifest === null || model === null || table === undefined
      ? null
      : { manifest, input: model.input, release: releaseOf(around.release), node: table.node };
  return (
    <div ref={rootRef}>
      <SimulatorHead title="From a Service to its rows" actions={<UseMyService onUse={onService} />} />
      <IgnoredNotice ignored={ignored} onClear={() => setState(state)} />
      <RowsParametersRow around={around} onChange={onAround} />
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
            {table === undefined || asked === null ? (
              <p className="rounded-control border border-line px-3 py-6 text-pretty text-muted">
                No API server takes this manifest as it is, so no agent hears of it. What is wrong stands
                below the text, by line.
              </p>
            ) : (
              <>
                <RowsOutput
                  table={table}
                  changes={rowChanges(before, table)}
                  row={row}
                  onRow={onRow}
                  command={listCommand(around.release)}
                  isMasked={isMasked}
                />
                <p className="pt-1 text-small text-pretty text-muted">
                  Of this Service alone, on a node whose agent has no other: IDs count from 1.
                  {table.rows.length === 0 && !isMasked && ' It has no row here.'}
                </p>
                <div className="pt-4 @min-[60rem]:grid @min-[60rem]:grid-cols-[minmax(0,1fr)_19rem] @min-[60rem]:gap-x-6">
                  <div>
                    {isMasked ? (
                      <p className="max-w-[56ch] text-pretty text-muted">
                        The rows, and why each of them is there, come with your predictions. A prediction
                        costs nothing; edit anything to see the rows at once.
                      </p>
                    ) : (
                      <RowExplanation
                        title={frontend === undefined ? null : `${frontend.key} ${frontend.frontend.type}`}
                        reasons={
                          frontend === undefined ? [] : rowReasons(frontend.frontend, frontend.id, asked)
                        }
                        absent={absentRows(asked.manifest, around, asked.input, table)}
                      />
                    )}
                  </div>
                  <div className="max-desk:pt-4">
                    <PredictionPanel
                      predictions={predictions}
                      predicted={predicted}
                      word="row"
                      onPredict={onPredict}
                    />
                  </div>
                </div>
              </>
            )}
          </div>
        </div>
      </div>
      <RowsFooter release={around.release} />
    </div>
  );
}
