'use client';

import { useMemo } from 'react';
import { ClusterLine } from '@/components/learn/simulator/cluster-line';
import { SimulatorColumns } from '@/components/learn/simulator/simulator-columns';
import { SimulatorFrame } from '@/components/learn/simulator/simulator-frame';
import { SimulatorSection } from '@/components/learn/simulator/simulator-section';
import { ToldSteps } from '@/components/learn/simulator/told-steps';
import { useLinkState } from '@/components/learn/simulator/use-link-state';
import { UseMyServices } from '@/components/learn/simulator/use-my-cluster';
import { useSteppedSimulator } from '@/components/learn/simulator/use-stepped-simulator';
import { TextLink } from '@/components/ui/text-link';
import { isOpen } from '@/lib/learn/predict/prediction';
import { socketPredictions } from '@/lib/learn/socket/socket-predictions';
import { socketRun } from '@/lib/learn/socket/socket-run';
import { readSocketLink, socketKeys, writeSocketLink } from '@/lib/learn/socket/socket-state';
import { paths } from '@/lib/paths';
import { clusterParameters } from './cluster-parameters';
import { CoverageTable } from './coverage-table';
import { HooksTable } from './hooks-table';
import { MetSwitches } from './met-switches';
import { SocketParametersRow } from './socket-parameters-row';
import { SocketStage } from './socket-stage';
import { StepDetail } from './step-detail';
import { WorkPanel } from './work-panel';

const link = { keys: socketKeys, read: readSocketLink, write: writeSocketLink };
const stateAt = (step: number) => ({ step: step + 1 });
const inCluster = {
  fields: [
    { id: 'socket-lb', name: 'Socket LB' },
    { id: 'socket-lb-coverage', name: 'Socket LB Coverage' },
  ],
  keys: ['bpf-lb-sock', 'bpf-lb-sock-hostns-only'],
  command: "kubectl -n kube-system exec ds/cilium -- cilium-dbg status --verbose | grep 'Socket LB'",
};

/** The simulator of the socket load balancer: one connection, call by call and packet by packet, and what it costs. */
export function SocketPage() {
  const linked = useLinkState(link);
  const { state, setState } = linked;
  const { parameters } = state;
  const run = useMemo(() => socketRun(parameters), [parameters]);
  const predictions = useMemo(() => socketPredictions(run), [run]);
  const count = run.steps.length;
  const simulator = useSteppedSimulator({ linked, count, wanted: state.step - 1, stateAt, predictions });
  const { step, masked, predicted, onStep, onParameters } = simulator;
  const { ends, minor, caller } = parameters;
  return (
    <SimulatorFrame
      simulator={simulator}
      title="Socket LB: once in the call, or in every packet?"
      actions={
        <UseMyServices
          read={clusterParameters}
          takes="Coverage and version as agents report them, and a Service of this cluster"
          onUse={onParameters}
        />
      }
      parameters={
        <>
          <SocketParametersRow parameters={parameters} onChange={onParameters} />
          {ends !== null && (
            <ClusterLine
              service={ends.serviceName}
              unnamed="Addresses"
              minor={minor}
              onExample={() => onParameters({ ends: null })}
            >
              .
              {caller === 'outside' &&
                ends.nodePort === null &&
                ' It has no node port: the one shown is an example.'}
            </ClusterLine>
          )}
        </>
      }
      footer={{ ...inCluster, version: `1.${minor}` }}
    >
      <SimulatorColumns
        simulator={simulator}
        word="step"
        title={run.steps[step]?.title ?? ''}
        stage={<SocketStage run={run} step={step} masked={masked} onStep={onStep} />}
        detail={
          <div className="pb-4">
            <StepDetail run={run} step={step} />
          </div>
        }
        list={
          <ToldSteps
            label="Every step"
            steps={run.steps.map((each) => ({ ...each, isAnswer: each.lane === 'answer' }))}
            {...{ step, masked, onStep }}
          />
        }
      >
        <div className="border-t border-line pt-4 pb-5">
          <WorkPanel
            parameters={parameters}
            isHidden={isOpen('count', predictions, predicted)}
            onPackets={(packets) => setState({ ...state, parameters: { ...parameters, packets } })}
          />
        </div>
        <SimulatorSection id="costs" title="What it costs, what it gives" className="">
          <CoverageTable parameters={parameters} predictions={predictions} predicted={predicted} />
          <p className="max-w-[90ch] pt-3 text-pretty text-muted">
            A socket that was connected to a backend stays with it until it is closed. When the backend is
            deleted Cilium ends the UDP sockets that are connected to it
            {minor >= 19
              ? '; those of TCP only with lb-sock-terminate-all-protos.'
              : ', and leaves those of TCP to time out.'}
          </p>
        </SimulatorSection>
      </SimulatorColumns>
      <SimulatorSection id="hooks" title="Every hook">
        <HooksTable run={run} predictions={predictions} predicted={predicted} />
        <p className="max-w-[90ch] pt-3 text-pretty text-muted">
          None of them sees a packet from outside. What clients send to node ports, load balancers and
          external IPs is translated at the node’s device, in the driver or at tc.{' '}
          <TextLink href={paths.xdpSimulator}>Where in the machine: XDP or tc</TextLink>
        </p>
      </SimulatorSection>
      <SimulatorSection id="met" title="What people really met">
        <MetSwitches parameters={parameters} onChange={onParameters} />
      </SimulatorSection>
    </SimulatorFrame>
  );
}
