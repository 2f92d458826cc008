'use client';

import { useCallback, useMemo } from 'react';
import { SimulatorColumns } from '@/components/learn/simulator/simulator-columns';
import { SimulatorFrame } from '@/components/learn/simulator/simulator-frame';
import { SimulatorSection } from '@/components/learn/simulator/simulator-section';
import { useLinkState } from '@/components/learn/simulator/use-link-state';
import { UseMyAgents } from '@/components/learn/simulator/use-my-cluster';
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
import { clusterTermination } from './cluster-termination';
import { EventList } from './event-list';
import { SecondDetail } from './second-detail';
import { TerminationMet } from './termination-met';
import { TerminationParametersRow } from './termination-parameters-row';
import { TerminationStage } from './termination-stage';

const link = { keys: terminationKeys, read: readTerminationLink, write: writeTerminationLink };
const inCluster = {
  fields: [{ id: 'graceful-termination', name: 'Graceful Termination' }],
  keys: ['enable-k8s-terminating-endpoint'],
  command:
    'kubectl -n kube-system exec ds/cilium -- cilium-dbg service list | grep -E "terminating|maintenance"',
};

/** The simulator of a pod's end: its process, its endpoint, the agent's row and the connections, second by second. */
export function TerminationPage() {
  const linked = useLinkState(link);
  const { state, setState } = linked;
  const { parameters, predicted } = state;
  const { run, steps, predictions } = useMemo(() => shownTermination(parameters), [parameters]);
  const stateAt = useCallback((step: number) => ({ atSeconds: steps[step]?.at ?? startSeconds }), [steps]);
  const before = steps.findLastIndex(({ at }) => at <= state.atSeconds);
  const simulator = useSteppedSimulator({
    ...{ linked, count: steps.length, wanted: Math.max(before, 0), stateAt, predictions },
  });
  const { step, masked, onStep } = simulator;
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
    <SimulatorFrame
      simulator={simulator}
      title="Graceful termination: who is cut off?"
      actions={
        <UseMyAgents
          read={clusterTermination}
          takes="Version and graceful termination as agents report them"
          lacks="No agent has reported a release that is known here."
          onUse={onParameters}
        />
      }
      parameters={<TerminationParametersRow parameters={parameters} onChange={onParameters} />}
      footer={{ ...inCluster, version: formatRelease(parameters.version) }}
    >
      <SimulatorColumns
        simulator={simulator}
        word="event"
        title={title}
        stage={
          <TerminationStage
            {...{ run, at, maskedAt, title }}
            last={lastAt}
            onAt={(next) => setState({ ...state, atSeconds: next })}
          />
        }
        detail={<SecondDetail parameters={parameters} run={run} at={at} step={current} />}
        list={<EventList {...{ steps, step, masked, onStep }} />}
      >
        <SimulatorSection
          id="agents"
          title="What it comes to, release by release"
          className="@min-[60rem]:mt-5"
        >
          <AgentsTable parameters={parameters} predictions={predictions} predicted={predicted} />
          <p className="pt-2 text-small text-pretty text-muted">
            An open connection keeps its backend in any state, as long as the map has it; only a new SYN on
            the same ports selects again. Connections that pods opened through socket load balancing have no
            entry to lose: they last as long as the process.
          </p>
        </SimulatorSection>
      </SimulatorColumns>
      <SimulatorSection id="met" title="What people really met">
        <TerminationMet parameters={parameters} onChange={onParameters} />
      </SimulatorSection>
    </SimulatorFrame>
  );
}
