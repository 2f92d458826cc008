'use client';

import { useCallback, useMemo } from 'react';
import { HopRows } from '@/components/learn/packet/hop-rows';
import { IgnoredNotice } from '@/components/learn/simulator/ignored-notice';
import { PredictionPanel } from '@/components/learn/simulator/prediction-panel';
import { SimulatorControls } from '@/components/learn/simulator/simulator-controls';
import { SimulatorHead } from '@/components/learn/simulator/simulator-head';
import { useLinkState } from '@/components/learn/simulator/use-link-state';
import { useSteppedSimulator } from '@/components/learn/simulator/use-stepped-simulator';
import type { DsrParameters } from '@/lib/learn/dsr/dsr-parameters';
import { dsrWalk } from '@/lib/learn/dsr/dsr-walk';
import { dsrKeys, readDsrLink, writeDsrLink } from '@/lib/learn/dsr/dsr-state';
import { ConsequencesTable } from './consequences-table';
import { DsrFooter } from './dsr-footer';
import { DsrParametersRow } from './dsr-parameters-row';
import { DsrStage } from './dsr-stage';
import { EndsLine } from './ends-line';
import { HopDetail } from './hop-detail';
import { hopEnding } from './hop-ending';
import { MetSwitches } from './met-switches';
import { RefusedStage } from './refused-stage';
import { UseMyCluster } from './use-my-cluster';

const none: ReadonlyMap<string, string> = new Map();
const link = { keys: dsrKeys, read: readDsrLink, write: writeDsrLink };

/** The simulator of SNAT, DSR and Hybrid: one packet and its answer, hop by hop, with questions before the answers. */
export function DsrPage() {
  const { state, ignored, setState } = useLinkState(link);
  const { parameters, predicted, speed } = state;
  const shown = useMemo(() => dsrWalk(parameters), [parameters]);
  const { walk, predictions, refusal } = shown;
  const count = walk.hops.length;
  const onStep = useCallback((step: number) => setState({ ...state, hop: step + 1 }), [state, setState]);
  const onPredict = useCallback(
    (id: string, said: string) => setState({ ...state, predicted: new Map([...predicted, [id, said]]) }),
    [state, setState, predicted],
  );
  const stepped = useSteppedSimulator({
    count,
    wanted: state.hop - 1,
    speed,
    predictions,
    predicted,
    onStep,
    onPredict,
  });
  const { rootRef, stageRef, step: hop, last, masked, isPlaying, setPlaying, onStep: onHop } = stepped;
  const onParameters = (changed: Partial<DsrParameters>) =>
    setState({ ...state, hop: hop + 1, predicted: none, parameters: { ...parameters, ...changed } });
  const title = hopEnding(walk, hop) ?? walk.hops[hop]?.title ?? '';
  return (
    <div ref={rootRef}>
      <SimulatorHead
        title="SNAT, DSR, Hybrid: who answers the client?"
        actions={<UseMyCluster chosen={parameters.ends?.serviceName ?? null} onUse={onParameters} />}
      />
      <IgnoredNotice ignored={ignored} onClear={() => setState(state)} />
      <DsrParametersRow parameters={parameters} onChange={onParameters} />
      <EndsLine parameters={parameters} onExample={() => onParameters({ ends: null })} />
      <div className="@container px-4 desk:px-6">
        <div className="flex flex-col @min-[60rem]:grid @min-[60rem]:grid-cols-[minmax(0,1fr)_21.75rem] @min-[60rem]:gap-x-6">
          <div className="contents @min-[60rem]:block @min-[60rem]:pb-5">
            <div ref={stageRef} data-tour="stage" className="py-3">
              {refusal === null ? (
                <DsrStage parameters={parameters} shown={shown} hop={hop} masked={masked} onHop={onHop} />
              ) : (
                <RefusedStage refusal={refusal} parameters={parameters} />
              )}
            </div>
            <SimulatorControls
              count={count}
              step={hop}
              last={last}
              word="hop"
              title={title}
              isPlaying={isPlaying}
              speed={speed}
              onPlay={setPlaying}
              onStep={onHop}
              onSpeed={(next) => setState({ ...state, speed: next })}
              onReset={() => {
                setPlaying(false);
                setState({ ...state, hop: 1, predicted: none });
              }}
            />
            <p aria-live="polite" className="sr-only">
              {title}
            </p>
            <div className="order-2">
              <HopDetail parameters={parameters} shown={shown} hop={hop} />
            </div>
            <section
              aria-labelledby="costs"
              className="order-4 min-w-0 border-t border-line pt-4 pb-5 @min-[60rem]:mt-5 @min-[60rem]:pb-0"
            >
              <h2 id="costs" className="pb-1 font-semibold">
                What it costs, what it gives
              </h2>
              <ConsequencesTable parameters={parameters} predictions={predictions} predicted={predicted} />
            </section>
          </div>
          <div className="contents @min-[60rem]:block @min-[60rem]:border-l @min-[60rem]:border-line @min-[60rem]:py-3 @min-[60rem]:pl-6">
            {refusal === null && (
              <>
                <div className="order-1 max-desk:pt-3">
                  <PredictionPanel
                    predictions={predictions}
                    predicted={predicted}
                    word="hop"
                    onPredict={onPredict}
                  />
                </div>
                <section aria-label="Hops" className="order-3 pt-3 max-desk:pb-4">
                  <h2 className="pb-1 font-semibold">Every hop</h2>
                  <HopRows
                    hops={walk.hops}
                    lostHops={shown.lostHops}
                    hop={hop}
                    masked={masked}
                    ending={hopEnding(walk, count - 1)}
                    onHop={onHop}
                  />
                </section>
              </>
            )}
          </div>
        </div>
      </div>
      <section aria-labelledby="met" className="border-t border-line px-4 pt-4 pb-5 desk:px-6">
        <h2 id="met" className="pb-1 font-semibold">
          What people really met
        </h2>
        <MetSwitches parameters={parameters} onChange={onParameters} />
      </section>
      <DsrFooter minor={parameters.minor} />
    </div>
  );
}
