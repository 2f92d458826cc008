'use client';

import { useCallback, useMemo } from 'react';
import { IgnoredNotice } from '@/components/learn/simulator/ignored-notice';
import { PredictionPanel } from '@/components/learn/simulator/prediction-panel';
import { SimulatorControls } from '@/components/learn/simulator/simulator-controls';
import { SimulatorHead } from '@/components/learn/simulator/simulator-head';
import { ToldSteps } from '@/components/learn/simulator/told-steps';
import { useLinkState } from '@/components/learn/simulator/use-link-state';
import { useSteppedSimulator } from '@/components/learn/simulator/use-stepped-simulator';
import type { XdpParameters } from '@/lib/learn/xdp/xdp-parameters';
import { readXdpLink, writeXdpLink, xdpKeys } from '@/lib/learn/xdp/xdp-state';
import { xdpWalk } from '@/lib/learn/xdp/xdp-walk';
import { DevicesTable } from './devices-table';
import { PublishedPanel } from './published-panel';
import { RefusedStage } from './refused-stage';
import { TrafficTable } from './traffic-table';
import { UseMyCluster } from './use-my-cluster';
import { XdpFooter } from './xdp-footer';
import { XdpMetSwitches } from './xdp-met-switches';
import { XdpParametersRow } from './xdp-parameters-row';
import { XdpStage } from './xdp-stage';

const none: ReadonlyMap<string, string> = new Map();
const link = { keys: xdpKeys, read: readXdpLink, write: writeXdpLink };
const section = 'border-t border-line px-4 pt-4 pb-5 desk:px-6';

/** The simulator of XDP acceleration: one packet through the layers of a node, by what each device's driver says. */
export function XdpPage() {
  const { state, ignored, setState } = useLinkState(link);
  const { parameters, predicted, speed } = state;
  const walk = useMemo(() => xdpWalk(parameters), [parameters]);
  const { steps, predictions, refusal, handling, verdicts } = walk;
  const count = steps.length;
  const onAny = useCallback((step: number) => setState({ ...state, step: step + 1 }), [state, setState]);
  const onPredict = useCallback(
    (id: string, said: string) => setState({ ...state, predicted: new Map([...predicted, [id, said]]) }),
    [state, setState, predicted],
  );
  const stepped = useSteppedSimulator({
    ...{ count, wanted: state.step - 1, speed, predictions, predicted, onStep: onAny, onPredict },
  });
  const { rootRef, stageRef, step, last, masked, isPlaying, setPlaying, onStep } = stepped;
  const onParameters = (changed: Partial<XdpParameters>) =>
    setState({ ...state, step: step + 1, predicted: none, parameters: { ...parameters, ...changed } });
  const current = steps[step];
  const title = current?.title ?? '';
  const isLayerHidden = predictions.some(({ id }) => id === 'layer' && !predicted.has(id));
  return (
    <div ref={rootRef}>
      <SimulatorHead
        title="XDP or tc: where is a packet handled?"
        actions={<UseMyCluster onUse={onParameters} />}
      />
      <IgnoredNotice ignored={ignored} onClear={() => setState(state)} />
      <XdpParametersRow parameters={parameters} onChange={onParameters} />
      <div className="@container px-4 desk:px-6">
        <div className="flex flex-col @min-[60rem]:grid @min-[60rem]:grid-cols-[minmax(0,1fr)_21.75rem] @min-[60rem]:gap-x-6">
          <div className="contents @min-[60rem]:block">
            <div ref={stageRef} className="py-3">
              {refusal === null ? (
                <XdpStage {...{ parameters, walk, step, masked, onStep }} />
              ) : (
                <RefusedStage refusal={refusal} parameters={parameters} />
              )}
            </div>
            <SimulatorControls
              {...{ count, step, last, title, isPlaying, speed, onStep }}
              word="step"
              onPlay={setPlaying}
              onSpeed={(next) => setState({ ...state, speed: next })}
              onReset={() => {
                setPlaying(false);
                setState({ ...state, step: 1, predicted: none });
              }}
            />
            <p aria-live="polite" className="sr-only">
              {title}
            </p>
            {current !== undefined && (
              <section aria-label={`Step ${step + 1}`} className="order-2 pt-3 pb-4 desk:min-h-20">
                <p className="text-pretty">
                  <strong className="mr-2 text-lead font-semibold">Step {step + 1}</strong> {title}
                </p>
                <p className="max-w-[80ch] text-pretty text-muted">{current.detail}</p>
              </section>
            )}
            <section aria-labelledby="devices" className="order-4 min-w-0 border-t border-line pt-4 pb-5">
              <DevicesTable parameters={parameters} verdicts={verdicts} onChange={onParameters} />
            </section>
          </div>
          <div className="contents @min-[60rem]:block @min-[60rem]:border-l @min-[60rem]:border-line @min-[60rem]:py-3 @min-[60rem]:pl-6">
            {refusal === null && (
              <>
                <div className="order-1 max-desk:pt-3">
                  <PredictionPanel {...{ predictions, predicted, onPredict }} word="step" />
                </div>
                <section aria-label="Steps" className="order-3 pt-3 max-desk:pb-4">
                  <h2 className="pb-1 font-semibold">Every step</h2>
                  <ToldSteps
                    label="Every step"
                    steps={steps.map((each) => ({
                      title: each.title,
                      text: null,
                      isAnswer: each.lane === 'answer',
                      isEnd: false,
                    }))}
                    step={step}
                    masked={masked}
                    onStep={onStep}
                  />
                </section>
              </>
            )}
          </div>
        </div>
      </div>
      <section aria-labelledby="handles" className={section}>
        <h2 id="handles" className="pb-1 font-semibold">
          What it handles, and what not
        </h2>
        <TrafficTable
          parameters={parameters}
          isHidden={isLayerHidden}
          onTraffic={(traffic) => onParameters({ traffic })}
        />
        <p className="max-w-[90ch] pt-3 text-pretty text-muted">
          What is sent out from the driver tcpdump does not show. Some cards reset their link as the program
          is attached: a restart of the agent can lose seconds of traffic.
          {parameters.minor >= 14 &&
            ' With WireGuard’s node encryption what is passed on this way is not encrypted.'}
        </p>
      </section>
      <section aria-labelledby="published" className={section}>
        <h2 id="published" className="pb-1 font-semibold">
          What a layer costs
        </h2>
        <PublishedPanel layer={isLayerHidden || refusal !== null ? null : handling.layer} />
      </section>
      <section aria-labelledby="met" className={section}>
        <h2 id="met" className="pb-1 font-semibold">
          What people really met
        </h2>
        <XdpMetSwitches parameters={parameters} onChange={onParameters} />
      </section>
      <XdpFooter minor={parameters.minor} />
    </div>
  );
}
