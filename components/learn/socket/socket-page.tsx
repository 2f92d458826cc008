'use client';

import { useCallback, useMemo } from 'react';
import { IgnoredNotice } from '@/components/learn/simulator/ignored-notice';
import { PredictionPanel } from '@/components/learn/simulator/prediction-panel';
import { SimulatorControls } from '@/components/learn/simulator/simulator-controls';
import { SimulatorHead } from '@/components/learn/simulator/simulator-head';
import { ToldSteps } from '@/components/learn/simulator/told-steps';
import { useLinkState } from '@/components/learn/simulator/use-link-state';
import { useSteppedSimulator } from '@/components/learn/simulator/use-stepped-simulator';
import { TextLink } from '@/components/ui/text-link';
import type { SocketParameters } from '@/lib/learn/socket/socket-parameters';
import { socketPredictions } from '@/lib/learn/socket/socket-predictions';
import { socketRun } from '@/lib/learn/socket/socket-run';
import { readSocketLink, socketKeys, writeSocketLink } from '@/lib/learn/socket/socket-state';
import { paths } from '@/lib/paths';
import { CoverageTable } from './coverage-table';
import { EndsLine } from './ends-line';
import { HooksTable } from './hooks-table';
import { MetSwitches } from './met-switches';
import { SocketFooter } from './socket-footer';
import { SocketParametersRow } from './socket-parameters-row';
import { SocketStage } from './socket-stage';
import { StepDetail } from './step-detail';
import { UseMyCluster } from './use-my-cluster';
import { WorkPanel } from './work-panel';

const none: ReadonlyMap<string, string> = new Map();
const link = { keys: socketKeys, read: readSocketLink, write: writeSocketLink };
const section = 'min-w-0 border-t border-line pt-4 pb-5';

/** The simulator of the socket load balancer: one connection, call by call and packet by packet, and what it costs. */
export function SocketPage() {
  const { state, ignored, setState } = useLinkState(link);
  const { parameters, predicted, speed } = state;
  const run = useMemo(() => socketRun(parameters), [parameters]);
  const predictions = useMemo(() => socketPredictions(run), [run]);
  const count = run.steps.length;
  const onAny = useCallback((step: number) => setState({ ...state, step: step + 1 }), [state, setState]);
  const onPredict = useCallback(
    (id: string, said: string) => setState({ ...state, predicted: new Map([...predicted, [id, said]]) }),
    [state, setState, predicted],
  );
  const stepped = useSteppedSimulator({
    ...{ count, wanted: state.step - 1, speed, predictions, predicted, onStep: onAny, onPredict },
  });
  const { rootRef, stageRef, step, last, masked, isPlaying, setPlaying, onStep } = stepped;
  const onParameters = (changed: Partial<SocketParameters>) =>
    setState({ ...state, step: step + 1, predicted: none, parameters: { ...parameters, ...changed } });
  const title = run.steps[step]?.title ?? '';
  const isCountHidden = predictions.some(({ id }) => id === 'count' && !predicted.has(id));
  return (
    <div ref={rootRef}>
      <SimulatorHead
        title="Socket LB: once in the call, or in every packet?"
        actions={<UseMyCluster onUse={onParameters} />}
      />
      <IgnoredNotice ignored={ignored} onClear={() => setState(state)} />
      <SocketParametersRow parameters={parameters} onChange={onParameters} />
      <EndsLine parameters={parameters} onExample={() => onParameters({ ends: null })} />
      <div className="@container px-4 desk:px-6">
        <div className="flex flex-col @min-[60rem]:grid @min-[60rem]:grid-cols-[minmax(0,1fr)_21.75rem] @min-[60rem]:gap-x-6">
          <div className="contents @min-[60rem]:block">
            <div ref={stageRef} className="py-3">
              <SocketStage run={run} step={step} masked={masked} onStep={onStep} />
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
            <div className="order-2 pb-4">
              <StepDetail run={run} step={step} />
            </div>
            <div className={`order-4 ${section}`}>
              <WorkPanel
                parameters={parameters}
                isHidden={isCountHidden}
                onPackets={(packets) => setState({ ...state, parameters: { ...parameters, packets } })}
              />
            </div>
            <section aria-labelledby="costs" className={`order-5 ${section}`}>
              <h2 id="costs" className="pb-1 font-semibold">
                What it costs, what it gives
              </h2>
              <CoverageTable parameters={parameters} predictions={predictions} predicted={predicted} />
              <p className="max-w-[90ch] pt-3 text-pretty text-muted">
                A socket that was connected to a backend stays with it until it is closed. When the backend is
                deleted Cilium ends the UDP sockets that are connected to it
                {parameters.minor >= 19
                  ? '; those of TCP only with lb-sock-terminate-all-protos.'
                  : ', and leaves those of TCP to time out.'}
              </p>
            </section>
          </div>
          <div className="contents @min-[60rem]:block @min-[60rem]:border-l @min-[60rem]:border-line @min-[60rem]:py-3 @min-[60rem]:pl-6">
            <div className="order-1 max-desk:pt-3">
              <PredictionPanel {...{ predictions, predicted, onPredict }} word="step" />
            </div>
            <section aria-label="Steps" className="order-3 pt-3 max-desk:pb-4">
              <h2 className="pb-1 font-semibold">Every step</h2>
              <ToldSteps
                label="Every step"
                steps={run.steps.map((each) => ({ ...each, isAnswer: each.lane === 'answer' }))}
                step={step}
                masked={masked}
                onStep={onStep}
              />
            </section>
          </div>
        </div>
      </div>
      <section aria-labelledby="hooks" className="border-t border-line px-4 pt-4 pb-5 desk:px-6">
        <h2 id="hooks" className="pb-1 font-semibold">
          Every hook
        </h2>
        <HooksTable run={run} predictions={predictions} predicted={predicted} />
        <p className="max-w-[90ch] pt-3 text-pretty text-muted">
          None of them sees a packet from outside. What clients send to node ports, load balancers and
          external IPs is translated at the node’s device, in the driver or at tc.{' '}
          <TextLink href={paths.xdpSimulator}>Where in the machine: XDP or tc</TextLink>
        </p>
      </section>
      <section aria-labelledby="met" className="border-t border-line px-4 pt-4 pb-5 desk:px-6">
        <h2 id="met" className="pb-1 font-semibold">
          What people really met
        </h2>
        <MetSwitches parameters={parameters} onChange={onParameters} />
      </section>
      <SocketFooter minor={parameters.minor} />
    </div>
  );
}
