'use client';

import { useCallback, useMemo } from 'react';
import { IgnoredNotice } from '@/components/learn/simulator/ignored-notice';
import { PredictionPanel } from '@/components/learn/simulator/prediction-panel';
import { SimulatorControls } from '@/components/learn/simulator/simulator-controls';
import { SimulatorFooter } from '@/components/learn/simulator/simulator-footer';
import { SimulatorHead } from '@/components/learn/simulator/simulator-head';
import { useLinkState } from '@/components/learn/simulator/use-link-state';
import { useSteppedSimulator } from '@/components/learn/simulator/use-stepped-simulator';
import { startSeconds } from '@/lib/learn/termination/span';
import { stillPredicted } from '@/lib/learn/termination/still-predicted';
import type { TerminationParameters } from '@/lib/learn/termination/termination-parameters';
import {
  formatRelease,
  readTerminationLink,
  terminationKeys,
  writeTerminationLink,
} from '@/lib/learn/termination/termination-state';
import { shownTermination } from '@/lib/learn/termination/shown-termination';
import { AgentsTable } from './agents-table';
import { EventList } from './event-list';
import { SecondDetail } from './second-detail';
import { TerminationMet } from './termination-met';
import { TerminationParametersRow } from './termination-parameters-row';
import { TerminationStage } from './termination-stage';
import { UseClusterTermination } from './use-cluster-termination';

const link = { keys: terminationKeys, read: readTerminationLink, write: writeTerminationLink };
const fields = [{ id: 'graceful-termination', name: 'Graceful Termination' }];
const keys = ['enable-k8s-terminating-endpoint'];
const command =
  'kubectl -n kube-system exec ds/cilium -- cilium-dbg service list | grep -E "terminating|maintenance"';

/** The simulator of a pod's end: its process, its endpoint, the agent's row and the connections, second by second. */
export function TerminationPage() {
  const { state, ignored, setState } = useLinkState(link);
  const { parameters, predicted, speed } = state;
  const { run, steps, predictions } = useMemo(() => shownTermination(parameters), [parameters]);
  const onStep = useCallback(
    (step: number) => setState({ ...state, atSeconds: steps[step]?.at ?? startSeconds }),
    [state, setState, steps],
  );
  const onPredict = useCallback(
    (id: string, said: string) => setState({ ...state, predicted: new Map([...predicted, [id, said]]) }),
    [state, setState, predicted],
  );
  const stepped = useSteppedSimulator({
    count: steps.length,
    wanted: Math.max(
      steps.findLastIndex(({ at }) => at <= state.atSeconds),
      0,
    ),
    ...{ speed, predictions, predicted, onStep, onPredict },
  });
  const { rootRef, stageRef, step, last, masked, isPlaying, setPlaying, onStep: onEvent } = stepped;
  const maskedAt = steps[masked]?.at ?? Infinity;
  const lastAt = Math.min(maskedAt - 1, run.end);
  const at = Math.min(state.atSeconds, lastAt);
  const onParameters = (changed: Partial<TerminationParameters>) => {
    const next = { ...parameters, ...changed };
    const stands = stillPredicted(predictions, shownTermination(next).predictions, predicted);
    setState({ ...state, atSeconds: at, predicted: stands, parameters: next });
  };
  const current = steps[step];
  const title = current?.happenings.map(({ text }) => text).join('. ') ?? '';
  return (
    <div ref={rootRef}>
      <SimulatorHead
        title="Graceful termination: who is cut off?"
        actions={<UseClusterTermination onUse={onParameters} />}
      />
      <IgnoredNotice ignored={ignored} onClear={() => setState(state)} />
      <TerminationParametersRow parameters={parameters} onChange={onParameters} />
      <div className="@container px-4 desk:px-6">
        <div className="flex flex-col @min-[60rem]:grid @min-[60rem]:grid-cols-[minmax(0,1fr)_21.75rem] @min-[60rem]:gap-x-6">
          <div className="contents @min-[60rem]:block @min-[60rem]:pb-5">
            <div ref={stageRef} className="min-w-0 py-3">
              <TerminationStage
                run={run}
                at={at}
                maskedAt={maskedAt}
                last={lastAt}
                title={title}
                onAt={(next) => setState({ ...state, atSeconds: next })}
              />
            </div>
            <SimulatorControls
              count={steps.length}
              {...{ step, last, title, isPlaying, speed }}
              word="event"
              onPlay={setPlaying}
              onStep={onEvent}
              onSpeed={(next) => setState({ ...state, speed: next })}
              onReset={() => {
                setPlaying(false);
                setState({ ...state, atSeconds: startSeconds, predicted: new Map() });
              }}
            />
            <p aria-live="polite" className="sr-only">
              {title}
            </p>
            <div className="order-2 min-w-0">
              <SecondDetail parameters={parameters} run={run} at={at} step={current} />
            </div>
            <section
              aria-labelledby="agents"
              className="order-4 min-w-0 border-t border-line pt-4 pb-5 @min-[60rem]:mt-5 @min-[60rem]:pb-0"
            >
              <h2 id="agents" className="pb-1 font-semibold">
                What it comes to, release by release
              </h2>
              <AgentsTable parameters={parameters} predictions={predictions} predicted={predicted} />
              <p className="pt-2 text-small text-pretty text-muted">
                An open connection keeps its backend in any state, as long as the map has it; only a new SYN
                on the same ports selects again. Connections that pods opened through socket load balancing
                have no entry to lose: they last as long as the process.
              </p>
            </section>
          </div>
          <div className="contents @min-[60rem]:block @min-[60rem]:border-l @min-[60rem]:border-line @min-[60rem]:py-3 @min-[60rem]:pl-6">
            <div className="order-1 max-desk:pt-3">
              <PredictionPanel
                predictions={predictions}
                predicted={predicted}
                word="event"
                onPredict={onPredict}
              />
            </div>
            <section aria-label="Events" className="order-3 pt-3 max-desk:pb-4">
              <h2 className="pb-1 font-semibold">Every event</h2>
              <EventList steps={steps} step={step} masked={masked} onStep={onEvent} />
            </section>
          </div>
        </div>
      </div>
      <section aria-labelledby="met" className="border-t border-line px-4 pt-4 pb-5 desk:px-6">
        <h2 id="met" className="pb-1 font-semibold">
          What people really met
        </h2>
        <TerminationMet parameters={parameters} onChange={onParameters} />
      </section>
      <SimulatorFooter
        fields={fields}
        keys={keys}
        command={command}
        commandHint="cilium instead of cilium-dbg before v1.15"
        version={formatRelease(parameters.version)}
      />
    </div>
  );
}
