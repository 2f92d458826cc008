import type { AgentDeath, KindTypes } from '@/lib/server/training/agent-contract';
import type { ContainerFacts } from '@/lib/server/training/controllers/pod-status';
import { backOffMs } from '@/lib/server/training/controllers/pod-timing';

/** What became of an agent's container: it runs, it died of its configuration, or it was told to end. */
export type ContainerEvent =
  | { is: 'running'; ready: boolean; startedAtMs: number; restarts: number }
  | { is: 'dead'; fatal: AgentDeath; startedAtMs: number; restarts: number }
  | { is: 'ended'; startedAtMs: number; restarts: number };

/** What a kubelet says of it in the pod's status. */
export function containerFacts(pod: KindTypes['Pod'], event: ContainerEvent, nowMs: number): ContainerFacts {
  const { startedAtMs, restarts: restartCount } = event;
  const startedAt = new Date(startedAtMs).toISOString();
  const finishedAt = new Date(nowMs).toISOString();
  switch (event.is) {
    case 'running':
      return { state: { running: { startedAt } }, ready: event.ready, restartCount };
    case 'ended':
      return {
        state: { terminated: { exitCode: 0, reason: 'Completed', startedAt, finishedAt } },
        ready: false,
        restartCount,
      };
    case 'dead': {
      const { name, namespace, uid } = pod.metadata;
      const message = `back-off ${backOffMs(restartCount) / 1000}s restarting failed container=cilium-agent pod=${name}_${namespace}(${uid})`;
      return {
        state: { waiting: { reason: 'CrashLoopBackOff', message } },
        lastState: {
          terminated: {
            exitCode: event.fatal.exitCode,
            reason: 'Error',
            message: event.fatal.line,
            startedAt,
            finishedAt,
          },
        },
        ready: false,
        restartCount,
      };
    }
  }
}
