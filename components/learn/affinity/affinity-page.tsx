'use client';

import { useMemo } from 'react';
import { PredictionPanel } from '@/components/learn/simulator/prediction-panel';
import { SimulatorControls } from '@/components/learn/simulator/simulator-controls';
import { SimulatorFrame } from '@/components/learn/simulator/simulator-frame';
import { useLinkState } from '@/components/learn/simulator/use-link-state';
import { UseMyAgents } from '@/components/learn/simulator/use-my-cluster';
import { useSteppedSimulator } from '@/components/learn/simulator/use-stepped-simulator';
import { affinityPredictions } from '@/lib/learn/affinity/affinity-predictions';
import { affinityKeys, readAffinityLink, writeAffinityLink } from '@/lib/learn/affinity/affinity-state';
import { affinityStory } from '@/lib/learn/affinity/affinity-clients';
import { affinityWalk } from '@/lib/learn/affinity/affinity-walk';
import { formatMoment } from '@/lib/learn/affinity/time-text';
import { AffinityMap } from './affinity-map';
import { AffinityParametersRow } from './affinity-parameters-row';
import { clusterAffinity } from './cluster-affinity';
import { ConnectionRows } from './connection-rows';
import { LineLegend } from './line-legend';
import { StepDetail } from './step-detail';
import { TimeLine } from './time-line';
import { TimeoutSlider } from './timeout-slider';

const link = { keys: affinityKeys, read: readAffinityLink, write: writeAffinityLink };
const stateAt = (step: number) => ({ step: step + 1 });
const inCluster = {
  fields: [
    { id: 'session-affinity', name: 'Session Affinity' },
    { id: 'backend-selection', name: 'Backend Selection' },
  ],
  keys: ['enable-session-affinity', 'bpf-lb-algorithm', 'bpf-lb-sock-hostns-only'],
  command: "kubectl -n kube-system exec ds/cilium -- cilium-dbg status --verbose | grep 'Session Affinity'",
};

/** The simulator of session affinity: clients connect again and again, and each time it is told which backend, and why. */
export function AffinityPage() {
  const linked = useLinkState(link);
  const { parameters, step: named } = linked.state;
  const steps = useMemo(() => affinityWalk(parameters), [parameters]);
  const predictions = useMemo(() => affinityPredictions(steps, parameters), [steps, parameters]);
  const count = steps.length;
  const simulator = useSteppedSimulator({ linked, count, wanted: named - 1, stateAt, predictions });
  const { stageRef, step, masked, predicted, onStep, onPredict, onParameters } = simulator;
  const current = steps[step];
  const title =
    current === undefined
      ? ''
      : current.kind === 'gone'
        ? `${current.backend} begins to shut down`
        : `${current.client.name} gets ${current.backend}`;
  return (
    <SimulatorFrame
      simulator={simulator}
      title="Session affinity: who is the same client?"
      actions={
        <UseMyAgents
          read={(agents) => clusterAffinity(agents, parameters)}
          takes="Version, algorithm, Session Affinity and Socket LB Coverage as agents report them"
          onUse={onParameters}
        />
      }
      parameters={
        <>
          <AffinityParametersRow parameters={parameters} onChange={onParameters} />
          <TimeoutSlider
            seconds={parameters.timeoutSeconds}
            isOn={parameters.isOn}
            onSeconds={(timeoutSeconds) => onParameters({ timeoutSeconds })}
          />
        </>
      }
      footer={{ ...inCluster, version: `1.${parameters.minor}` }}
    >
      <div className="@container px-4 desk:px-6">
        <div className="flex flex-col @min-[60rem]:grid @min-[60rem]:grid-cols-[minmax(0,1fr)_23rem] @min-[60rem]:gap-x-6">
          <div className="contents @min-[60rem]:block @min-[60rem]:min-w-0">
            <div ref={stageRef} className="pt-4">
              <div className="flex flex-wrap items-baseline gap-x-3 pb-2">
                <h2 className="font-semibold">Connections to the Service</h2>
                <span className="mono text-muted">{affinityStory(parameters.place).serviceAddress}</span>
                <span className="text-muted">
                  {parameters.place === 'outside'
                    ? 'a client is its address'
                    : insideWords[parameters.insideWay]}
                </span>
              </div>
              <TimeLine {...{ parameters, steps, step, masked, onStep }} />
              <LineLegend hasNodeTwo={parameters.place === 'outside'} isGoing={parameters.gone !== null} />
            </div>
            <SimulatorControls
              simulator={simulator}
              word="step"
              title={current === undefined ? '' : `${formatMoment(current.minute)}, ${title}`}
            />
            <p aria-live="polite" className="sr-only">
              {title}
            </p>
            <div className="order-2">
              <StepDetail step={current} parameters={parameters} />
            </div>
            <div className="order-4 min-w-0 @min-[60rem]:mt-3">
              <AffinityMap step={current} parameters={parameters} />
            </div>
          </div>
          <div className="contents @min-[60rem]:block @min-[60rem]:border-l @min-[60rem]:border-line @min-[60rem]:py-4 @min-[60rem]:pl-6">
            <div className="order-1 max-desk:pt-3">
              <PredictionPanel {...{ predictions, predicted, onPredict }} word="step" />
            </div>
            <section aria-label="Connections" className="order-3 pt-3 pb-4">
              <h2 className="pb-1 font-semibold">Every connection</h2>
              <ConnectionRows {...{ steps, step, masked, onStep }} />
            </section>
          </div>
        </div>
      </div>
    </SimulatorFrame>
  );
}

const insideWords = {
  cookie: 'a client is its network namespace',
  'no-cookie': 'all namespaces of a node are one client',
  packet: 'a pod is its address, the host its network namespace',
} as const;
