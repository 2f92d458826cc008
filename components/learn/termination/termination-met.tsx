import { FaultSwitch } from '@/components/learn/simulator/fault-switch';
import type { ParametersProps } from '@/components/learn/simulator/parameters-props';
import type { TerminationParameters } from '@/lib/learn/termination/termination-parameters';

/** Tables that follow this late lose new connections to a pod without a pause. */
const lateSeconds = 10;
const usualSeconds = 2;

/** What went wrong for people who deleted a pod: each can be switched on and looked at. */
export function TerminationMet({ parameters, onChange }: ParametersProps<TerminationParameters>) {
  const { answer, failsReadiness, areAllDeleted, ending, lagSeconds, publishesNotReady } = parameters;
  return (
    <ul className="grid gap-x-8 desk:grid-cols-2 wide:grid-cols-3">
      <FaultSwitch
        title="The process exits at SIGTERM"
        on={answer === 'exits'}
        onChange={(on) => onChange({ answer: on ? 'exits' : 'drains' })}
      >
        What is open breaks, whatever the table says. Only the pause before SIGTERM gives it time.
      </FaultSwitch>
      <FaultSwitch
        title="The readiness probe fails at SIGTERM"
        on={failsReadiness}
        onChange={(on) => onChange({ failsReadiness: on })}
      >
        The endpoint no longer serves. Before 1.18.5 the agent then forgets it, and open connections with it.
      </FaultSwitch>
      <FaultSwitch
        title="All pods go at once"
        on={areAllDeleted}
        onChange={(on) => onChange({ areAllDeleted: on })}
      >
        A Deployment is scaled to zero. With no active backend left, terminating ones that serve stand in.
      </FaultSwitch>
      <FaultSwitch
        title="The node dies instead"
        on={ending === 'node-lost'}
        onChange={(on) => onChange({ ending: on ? 'node-lost' : 'deleted' })}
      >
        Nobody marks the endpoint until the node is found lost. How long that takes is not Cilium’s to decide:
        the times here are yours.
      </FaultSwitch>
      <FaultSwitch
        title="Tables follow late"
        on={lagSeconds >= lateSeconds}
        onChange={(on) => onChange({ lagSeconds: on ? lateSeconds : usualSeconds })}
      >
        SIGTERM and the change of the EndpointSlice go out at the same time, and race. A pause must be as long
        as the slowest table: Cilium’s documentation advises 1 s for a ClusterIP, up to 10 s behind a load
        balancer.
      </FaultSwitch>
      <FaultSwitch
        title="The Service publishes what is not ready"
        on={publishesNotReady}
        onChange={(on) => onChange({ publishesNotReady: on })}
      >
        With publishNotReadyAddresses the endpoint stays ready to its end, and so active: new connections keep
        coming.
      </FaultSwitch>
    </ul>
  );
}
