import type { KindTypes } from '../kube-object';
import { ageOf, printer } from './printer';

type Pod = KindTypes['Pod'];
type ContainerStatus = NonNullable<NonNullable<Pod['status']>['containerStatuses']>[number];
type Summary = { reason: string; ready: number; restarts: number; lastRestart: string };

function restartsOf(statuses: readonly ContainerStatus[]): Pick<Summary, 'restarts' | 'lastRestart'> {
  const ends = statuses.map(({ lastState }) => lastState?.terminated?.finishedAt ?? '');
  return {
    restarts: statuses.reduce((sum, { restartCount }) => sum + restartCount, 0),
    lastRestart: ends.sort().at(-1) ?? '',
  };
}

function endReason({
  reason,
  signal,
  exitCode,
}: {
  reason?: string;
  signal?: number;
  exitCode: number;
}): string {
  return reason || (signal ? `Signal:${signal}` : `ExitCode:${exitCode}`);
}

const isSidecar = (pod: Pod, name: string) =>
  pod.spec?.initContainers?.some(
    (container) => container.name === name && container.restartPolicy === 'Always',
  ) ?? false;

/** What the first init container that is not through says; undefined when all are. */
function initReason(pod: Pod): string | undefined {
  const statuses = pod.status?.initContainerStatuses ?? [];
  for (const [index, { name, state, started }] of statuses.entries()) {
    if (state?.terminated?.exitCode === 0) continue;
    if (isSidecar(pod, name) && started) continue;
    if (state?.terminated) return `Init:${endReason(state.terminated)}`;
    const waiting = state?.waiting?.reason;
    if (waiting && waiting !== 'PodInitializing') return `Init:${waiting}`;
    return `Init:${index}/${pod.spec?.initContainers?.length ?? 0}`;
  }
  return undefined;
}

const hasCondition = (pod: Pod, wanted: string) =>
  pod.status?.conditions?.some(({ type, status }) => type === wanted && status === 'True') ?? false;

function runningReason(pod: Pod, before: string): string {
  let reason = before;
  let failed = '';
  const statuses = pod.status?.containerStatuses ?? [];
  const running = statuses.some(({ ready, state }) => ready && state?.running);
  for (const { state } of statuses.toReversed()) {
    if (state?.waiting?.reason) reason = state.waiting.reason;
    else if (state?.terminated) {
      reason = endReason(state.terminated);
      if (state.terminated.exitCode !== 0) failed = reason;
    }
  }
  if (reason !== 'Completed') return reason;
  if (running && hasCondition(pod, 'Ready')) return 'Running';
  if (failed) return failed;
  return running ? 'NotReady' : reason;
}

function summaryOf(pod: Pod): Summary {
  const {
    phase = '',
    containerStatuses = [],
    initContainerStatuses = [],
    conditions = [],
  } = pod.status ?? {};
  const gated = conditions.some(
    ({ type, reason }) => type === 'PodScheduled' && reason === 'SchedulingGated',
  );
  const plain = gated ? 'SchedulingGated' : pod.status?.reason || phase;
  const init = initReason(pod);
  const sidecars = initContainerStatuses.filter(({ name }) => isSidecar(pod, name));
  const through = init === undefined || hasCondition(pod, 'Initialized');
  const counted = through ? [...sidecars, ...containerStatuses] : initContainerStatuses;
  const working = [...sidecars, ...(through ? containerStatuses : [])];
  return {
    reason: through ? runningReason(pod, init ?? plain) : init,
    ready: working.filter(({ ready, state }) => ready && state?.running).length,
    ...restartsOf(counted),
  };
}

function statusOf(pod: Pod, reason: string): string {
  if (pod.metadata.deletionTimestamp === undefined) return reason;
  if (pod.status?.reason === 'NodeLost') return 'Unknown';
  return pod.status?.phase === 'Failed' || pod.status?.phase === 'Succeeded' ? reason : 'Terminating';
}

function gatesOf(pod: Pod): string {
  const gates = pod.spec?.readinessGates ?? [];
  const open = gates.filter(({ conditionType }) => hasCondition(pod, conditionType)).length;
  return gates.length === 0 ? '<none>' : `${open}/${gates.length}`;
}

/** A pod's row (kubernetes v1.37, pkg/printers/internalversion/printers.go: printPod). */
export const podPrinter = printer<Pod>(
  ['Name', 'Ready', 'Status', 'Restarts', 'Age', '+IP', '+Node', '+Nominated Node', '+Readiness Gates'],
  (pod, age, nowMs) => {
    const { reason, ready, restarts, lastRestart } = summaryOf(pod);
    const { containers = [], initContainers = [] } = pod.spec ?? {};
    const sidecars = initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always');
    return [
      pod.metadata.name ?? '',
      `${ready}/${containers.length + sidecars.length}`,
      statusOf(pod, reason),
      restarts > 0 && lastRestart ? `${restarts} (${ageOf(lastRestart, nowMs)} ago)` : String(restarts),
      age,
      pod.status?.podIPs?.[0]?.ip || '<none>',
      pod.spec?.nodeName || '<none>',
      pod.status?.nominatedNodeName || '<none>',
      gatesOf(pod),
    ];
  },
);
