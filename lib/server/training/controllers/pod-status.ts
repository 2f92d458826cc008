import type { KindTypes } from '../api-server/kube-object';
import { timestamp } from '../api-server/object-store';
import { hashText } from '../api-server/seeded-random';

type Pod = KindTypes['Pod'];
type PodStatus = NonNullable<Pod['status']>;
type ContainerStatus = NonNullable<PodStatus['containerStatuses']>[number];
type ContainerState = NonNullable<ContainerStatus['state']>;

/** What one container does, as far as a pod's status tells. */
export type ContainerFacts = {
  state: ContainerState;
  lastState?: ContainerState;
  ready: boolean;
  restartCount: number;
};

function containerId(pod: Pod, container: string, restarts: number): string {
  const hash = (salt: string) =>
    hashText(`${pod.metadata.uid} ${container} ${restarts} ${salt}`).toString(16).padStart(8, '0');
  return `containerd://${Array.from('abcdefgh', hash).join('')}`;
}

function containerStatus(
  pod: Pod,
  container: { name: string; image?: string },
  facts: ContainerFacts,
): ContainerStatus {
  const image = container.image ?? '';
  const ran = facts.state.waiting === undefined || facts.lastState !== undefined;
  return {
    name: container.name,
    state: facts.state,
    lastState: facts.lastState ?? {},
    ready: facts.ready,
    started: facts.state.running !== undefined,
    restartCount: facts.restartCount,
    image,
    imageID: ran ? image : '',
    ...(ran && { containerID: containerId(pod, container.name, facts.restartCount) }),
  };
}

function conditions(pod: Pod, ready: boolean, nowMs: number): PodStatus['conditions'] {
  const before = pod.status?.conditions ?? [];
  const wanted = { PodScheduled: true, Initialized: true, ContainersReady: ready, Ready: ready };
  return Object.entries(wanted).map(([type, value]) => {
    const status = value ? 'True' : 'False';
    const same = before.find((condition) => condition.type === type && condition.status === status);
    if (same) return same;
    return {
      type,
      status,
      lastTransitionTime: timestamp(nowMs),
      ...(!value && {
        reason: 'ContainersNotReady',
        message: `containers with unready status: [${(pod.spec?.containers ?? []).map(({ name }) => name).join(' ')}]`,
      }),
    };
  });
}

/** A pod's status from what its containers do and the addresses it has. */
export function podStatus(
  pod: Pod,
  options: {
    facts(container: string): ContainerFacts;
    addresses: readonly string[];
    hostAddresses: readonly string[];
    startedAtMs: number;
    nowMs: number;
  },
): PodStatus {
  const { addresses, hostAddresses, nowMs } = options;
  const containers = pod.spec?.containers ?? [];
  const statuses = containers.map((container) =>
    containerStatus(pod, container, options.facts(container.name)),
  );
  const startTime = timestamp(options.startedAtMs);
  const completed: ContainerFacts = {
    state: { terminated: { exitCode: 0, reason: 'Completed', startedAt: startTime, finishedAt: startTime } },
    ready: true,
    restartCount: 0,
  };
  const initContainers = pod.spec?.initContainers ?? [];
  const pending = statuses.every(({ state, lastState }) => state?.waiting && !lastState?.terminated);
  const { waiting: _waiting, ...initialised } = completed.state;
  return {
    ...pod.status,
    phase: pending ? 'Pending' : 'Running',
    conditions: conditions(pod, statuses.length > 0 && statuses.every(({ ready }) => ready), nowMs),
    ...(hostAddresses[0] && { hostIP: hostAddresses[0], hostIPs: hostAddresses.map((ip) => ({ ip })) }),
    ...(addresses[0] && { podIP: addresses[0], podIPs: addresses.map((ip) => ({ ip })) }),
    startTime,
    ...(initContainers.length > 0 &&
      !pending && {
        initContainerStatuses: initContainers.map((container) =>
          containerStatus(pod, container, { ...completed, state: initialised }),
        ),
      }),
    containerStatuses: statuses,
    qosClass: pod.status?.qosClass ?? 'BestEffort',
  };
}
