'use client';

import { useCallback, useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import { ClusterLine } from '@/components/learn/simulator/cluster-line';
import { PredictionPanel } from '@/components/learn/simulator/prediction-panel';
import { SimulatorControls } from '@/components/learn/simulator/simulator-controls';
import { SimulatorFrame } from '@/components/learn/simulator/simulator-frame';
import { useLinkState } from '@/components/learn/simulator/use-link-state';
import { UseMyServices } from '@/components/learn/simulator/use-my-cluster';
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
import { isOpen, shown } from '@/lib/learn/predict/prediction';
import { frontendsQuery } from '@/lib/queries/frontends';
import { BackendList } from './backend-list';
import { buildingAt, wholeTable } from './building';
import { clusterMaglev, clusterTables } from './cluster-tables';
import { FlowLine } from './flow-line';
import { MaglevParametersRow } from './maglev-parameters-row';
import { MaglevSizeRuler } from './maglev-size-ruler';
import { MaglevStage } from './maglev-stage';
import { MovesCompare } from './moves-compare';
import { NodeTwo } from './node-two';
import { SizeVerdict } from './size-verdict';
import { TableMissing } from './table-missing';
import { useMaglevAnswer } from './use-maglev-answer';

const link = { keys: maglevKeys, read: readMaglevLink, write: writeMaglevLink };
const inCluster = {
  fields: [{ id: 'backend-selection', name: 'Backend Selection' }],
  keys: ['bpf-lb-algorithm', 'bpf-lb-maglev-table-size', 'bpf-lb-maglev-hash-seed'],
  command: 'kubectl -n kube-system exec ds/cilium -- cilium-dbg bpf lb maglev list',
  commandHint: 'cilium instead of cilium-dbg before v1.15; it prints whole tables of backend IDs',
};

/** The simulator of Maglev: the table of a Service, what a change of backends moves in it, and what another node does. */
export function MaglevPage() {
  const linked = useLinkState(link);
  const { state, setState } = linked;
  const { parameters, predicted, stride } = state;
  const { answer, moves, hasFailed } = useMaglevAnswer(parameters);
  const frontends = useQuery(frontendsQuery());
  const cluster = useMemo(() => clusterTables(frontends.data?.items ?? []), [frontends.data]);
  const { size, now, service, minor } = parameters;
  const turns = strideTurns(stride, size, now.length);
  const count = stopCount(size, turns);
  const predictions = useMemo(
    () => (answer === null ? [] : maglevPredictions(answer, count)),
    [answer, count],
  );
  const stateAt = useCallback(
    (stop: number) => {
      const taken = turnsAtStop(stop, size, turns);
      return { turn: taken === size ? null : taken };
    },
    [size, turns],
  );
  const wanted = stopAtTurn(state.turn, size, turns);
  // It begins with the whole table, which is its last stop.
  const start = count - 1;
  const simulator = useSteppedSimulator({ linked, count, wanted, stateAt, start, predictions });
  const { stageRef, step, setPlaying, onStep: onStop, onPredict } = simulator;
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
  const isHidden = isOpen('moved', predictions, predicted);
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
    <SimulatorFrame
      simulator={simulator}
      title="Maglev: one table, the same on every node"
      actions={
        <UseMyServices
          read={clusterMaglev}
          takes="Table size and version as agents report them, and the largest Service from outside with 2 to 26 backends"
          onUse={onParameters}
        />
      }
      parameters={
        <>
          <MaglevParametersRow parameters={parameters} onChange={onParameters} />
          {service !== null && (
            <ClusterLine
              service={service.name}
              unnamed="Backends"
              minor={minor}
              onExample={() =>
                onParameters({
                  service: null,
                  servicePort: 80,
                  client: startingClient(null),
                  ...startingBackends(null),
                })
              }
            >
              , a table of {formatCount(size)}. Agents do not report their seed: the built-in one stands for
              it. The client is an example.
            </ClusterLine>
          )}
        </>
      }
      footer={{ ...inCluster, version: `1.${minor}` }}
    >
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
              {...{ simulator, position }}
              word="turn"
              title={taken === null ? 'the table as nodes use it' : 'the table while it is built'}
              onPlay={(plays) => {
                // From the whole table it begins again with an empty one.
                if (plays && step === count - 1) onStop(0);
                setPlaying(plays);
              }}
            />
            <div className="order-3 pt-1 pb-4 @min-[60rem]:mt-2 @min-[60rem]:pb-0">
              {answer !== null && <FlowLine {...{ answer, isHidden }} onChange={onParameters} />}
            </div>
          </div>
          <div className="contents @min-[60rem]:block @min-[60rem]:min-w-0 @min-[60rem]:border-l @min-[60rem]:border-line @min-[60rem]:py-4 @min-[60rem]:pl-6">
            <div className="order-1 pt-3 @min-[60rem]:pt-0">
              <PredictionPanel {...{ predictions, predicted, onPredict }} word="turn" heading="Predict" />
            </div>
            <div className="order-2 pt-2 pb-4">
              <BackendList parameters={parameters} slots={answer?.slots ?? []} onChange={onParameters} />
              {answer !== null && <MovesCompare answer={answer} isHidden={isHidden} />}
            </div>
          </div>
        </div>
        {answer !== null && <NodeTwo answer={answer} isHidden={isOpen('rehash', predictions, predicted)} />}
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
    </SimulatorFrame>
  );
}

function before({ before: list }: MaglevParameters): string {
  return list.length === 1 ? 'one' : `the ${formatCount(list.length)}`;
}
