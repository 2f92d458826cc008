'use client';

import { useCallback, useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { IgnoredNotice } from '@/components/learn/simulator/ignored-notice';
import { PredictionPanel } from '@/components/learn/simulator/prediction-panel';
import { SimulatorControls } from '@/components/learn/simulator/simulator-controls';
import { SimulatorFooter } from '@/components/learn/simulator/simulator-footer';
import { SimulatorHead } from '@/components/learn/simulator/simulator-head';
import { useLinkState } from '@/components/learn/simulator/use-link-state';
import { useSteppedSimulator } from '@/components/learn/simulator/use-stepped-simulator';
import { formatCount } from '@/lib/format';
import { maglevPredictions } from '@/lib/learn/maglev/maglev-predictions';
import {
  maglevKeys,
  readMaglevLink,
  startingBackends,
  startingClient,
  writeMaglevLink,
  type MaglevParameters,
} from '@/lib/learn/maglev/maglev-state';
import { stopAtTurn, stopCount, strideTurns, turnsAtStop } from '@/lib/learn/maglev/turn-stops';
import { shown } from '@/lib/learn/predict/prediction';
import { frontendsQuery } from '@/lib/queries/frontends';
import { BackendList } from './backend-list';
import { buildingAt, wholeTable } from './building';
import { clusterTables } from './cluster-tables';
import { FlowLine } from './flow-line';
import { MaglevParametersRow } from './maglev-parameters-row';
import { MaglevSizeRuler } from './maglev-size-ruler';
import { MaglevStage } from './maglev-stage';
import { MovesCompare } from './moves-compare';
import { NodeTwo } from './node-two';
import { ServiceLine } from './service-line';
import { SizeVerdict } from './size-verdict';
import { TableMissing } from './table-missing';
import { UseMyTables } from './use-my-tables';
import { useMaglevAnswer } from './use-maglev-answer';

const none: ReadonlyMap<string, string> = new Map();
const link = { keys: maglevKeys, read: readMaglevLink, write: writeMaglevLink };
const keys = ['bpf-lb-algorithm', 'bpf-lb-maglev-table-size', 'bpf-lb-maglev-hash-seed'];
const command = 'kubectl -n kube-system exec ds/cilium -- cilium-dbg bpf lb maglev list';

/** The simulator of Maglev: the table of a Service, what a change of backends moves in it, and what another node does. */
export function MaglevPage() {
  const { state, ignored, setState } = useLinkState(link);
  const { parameters, predicted, speed, stride } = state;
  const { answer, moves, hasFailed } = useMaglevAnswer(parameters);
  const frontends = useQuery(frontendsQuery());
  const cluster = useMemo(() => clusterTables(frontends.data?.items ?? []), [frontends.data]);
  const { size, now } = parameters;
  const turns = strideTurns(stride, size, now.length);
  const count = stopCount(size, turns);
  const predictions = useMemo(
    () => (answer === null ? [] : maglevPredictions(answer, count)),
    [answer, count],
  );
  const onStep = useCallback(
    (stop: number) => {
      const taken = turnsAtStop(stop, size, turns);
      setState({ ...state, turn: taken === size ? null : taken });
    },
    [state, setState, size, turns],
  );
  const onPredict = useCallback(
    (id: string, said: string) => setState({ ...state, predicted: new Map([...predicted, [id, said]]) }),
    [state, setState, predicted],
  );
  const stepped = useSteppedSimulator({
    count,
    wanted: stopAtTurn(state.turn, size, turns),
    speed,
    predictions,
    predicted,
    onStep,
    onPredict,
  });
  const { rootRef, stageRef, step, last, isPlaying, setPlaying, onStep: onStop } = stepped;
  // What was answered once is told of what is in sight, and not asked again with each turn of a screw.
  const onParameters = (changed: Partial<MaglevParameters>) => {
    const next = { ...parameters, ...changed };
    setState({
      ...state,
      turn: state.turn === null || state.turn >= next.size ? null : state.turn,
      predicted: new Map([...predicted.keys()].map((id) => [id, shown])),
      parameters: next,
    });
  };
  const asks = (id: string) => predictions.some((each) => each.id === id) && !predicted.has(id);
  const isHidden = asks('moved');
  const taken = step === count - 1 ? null : turnsAtStop(step, size, turns);
  const building = useMemo(
    () =>
      answer === null
        ? null
        : taken === null || answer.parameters.size < taken
          ? wholeTable(answer, isHidden)
          : buildingAt(answer, taken),
    [answer, taken, isHidden],
  );
  const position = taken === null ? 'whole table' : `turn ${formatCount(taken)} of ${formatCount(size)}`;
  return (
    <div ref={rootRef}>
      <SimulatorHead
        title="Maglev: one table, the same on every node"
        actions={<UseMyTables onUse={onParameters} />}
      />
      <IgnoredNotice ignored={ignored} onClear={() => setState(state)} />
      <MaglevParametersRow parameters={parameters} onChange={onParameters} />
      <ServiceLine
        parameters={parameters}
        onExample={() =>
          onParameters({
            service: null,
            servicePort: 80,
            client: startingClient(null),
            ...startingBackends(null),
          })
        }
      />
      <div className="@container">
        <div className="flex flex-col px-4 desk:px-6 @min-[60rem]:grid @min-[60rem]:grid-cols-[minmax(0,1fr)_29.5rem] @min-[60rem]:gap-x-6">
          <div className="contents @min-[60rem]:block @min-[60rem]:pb-5">
            <div ref={stageRef} className="min-w-0 pt-4">
              {answer === null || building === null ? (
                <TableMissing hasFailed={hasFailed} size={size} />
              ) : (
                <MaglevStage
                  {...{ answer, building, taken, isHidden, stride }}
                  onStride={(next) => setState({ ...state, stride: next })}
                />
              )}
            </div>
            <SimulatorControls
              count={count}
              step={step}
              last={last}
              word="turn"
              position={position}
              title={taken === null ? 'the table as nodes use it' : 'the table while it is built'}
              isPlaying={isPlaying}
              speed={speed}
              onPlay={(plays) => {
                // From the whole table it begins again with an empty one.
                if (plays && step === count - 1) onStop(0);
                setPlaying(plays);
              }}
              onStep={onStop}
              onSpeed={(next) => setState({ ...state, speed: next })}
              onReset={() => {
                setPlaying(false);
                setState({ ...state, turn: null, predicted: none });
              }}
            />
            <div className="order-3 pt-1 pb-4 @min-[60rem]:mt-2 @min-[60rem]:pb-0">
              {answer !== null && <FlowLine {...{ answer, isHidden }} onChange={onParameters} />}
            </div>
          </div>
          <div className="contents @min-[60rem]:block @min-[60rem]:min-w-0 @min-[60rem]:border-l @min-[60rem]:border-line @min-[60rem]:py-4 @min-[60rem]:pl-6">
            <div className="order-1 pt-3 @min-[60rem]:pt-0">
              <PredictionPanel
                predictions={predictions}
                predicted={predicted}
                word="turn"
                heading="Predict"
                onPredict={onPredict}
              />
            </div>
            <div className="order-2 pt-2 pb-4">
              <BackendList parameters={parameters} slots={answer?.slots ?? []} onChange={onParameters} />
              {answer !== null && <MovesCompare answer={answer} isHidden={isHidden} />}
            </div>
          </div>
        </div>
        {answer !== null && <NodeTwo answer={answer} isHidden={asks('rehash')} />}
        <section aria-labelledby="sizes" className="border-t border-line px-4 pt-4 pb-5 desk:px-6">
          <div className="flex flex-wrap items-baseline gap-x-3 pb-3">
            <h2 id="sizes" className="font-semibold">
              Choose a size
            </h2>
            <span className="text-muted">
              a prime well above 100 × backends: fewer needless moves when one of {before(parameters)} goes,
              more memory
            </span>
          </div>
          <MaglevSizeRuler
            {...{ parameters, moves, cluster }}
            onSize={(next) => onParameters({ size: next })}
          />
          <SizeVerdict parameters={parameters} cluster={cluster} />
        </section>
      </div>
      <SimulatorFooter
        fields={[{ id: 'backend-selection', name: 'Backend Selection' }]}
        keys={keys}
        command={command}
        commandHint="cilium instead of cilium-dbg before v1.15; it prints whole tables of backend IDs"
        version={`1.${parameters.minor}`}
      />
    </div>
  );
}

function before({ before: list }: MaglevParameters): string {
  return list.length === 1 ? 'one' : `the ${formatCount(list.length)}`;
}
