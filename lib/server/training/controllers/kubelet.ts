import { objectKey } from '../api-server/collection';
import type { AgentDeath, CommandResult, KindTypes } from '../agent-contract';
import type { ContainerRuntime } from '../api-server/api-context';
import { timestamp } from '../api-server/object-store';
import { resourceOfKind } from '../api-server/resource-table';
import { agentContainer, isAgentPod, type AgentHost } from './agent-host';
import type { ControllerContext } from './controller-context';
import type { EventRecorder, EventSource } from './event-recorder';
import { PodAddresses } from './pod-addresses';
import { isTerminating } from './pod-conditions';
import { podStatus, type ContainerFacts } from './pod-status';
import { backOffMs, cleaningUpMs, creatingMs, exitAfterMs, readyAfterMs } from './pod-timing';
import { WorkQueue } from './work-queue';

type Pod = KindTypes['Pod'];
type Phase = 'creating' | 'started' | 'ready' | 'crashed' | 'stopping' | 'stopped';
type Run = {
  phase: Phase;
  ready: boolean;
  dueAtMs: number;
  startedAtMs: number;
  bornAtMs: number;
  restarts: number;
  fatal: AgentDeath | null;
};

const podResource = resourceOfKind('Pod');

/** The kubelets of all nodes: takes each bound pod through its life, on the cluster's clock. */
export class Kubelet implements ContainerRuntime {
  readonly queue: WorkQueue;
  readonly #context: ControllerContext;
  readonly #agents: AgentHost;
  readonly #addresses: PodAddresses;
  readonly #events: EventRecorder;
  readonly #runs = new Map<string, Run>();

  constructor(context: ControllerContext, agents: AgentHost, events: EventRecorder) {
    this.#context = context;
    this.#agents = agents;
    this.#events = events;
    this.#addresses = new PodAddresses(context.store, context.pods);
    this.queue = new WorkQueue(context.clock, (key) => this.#step(key));
    context.store.listen('Pod', ({ type, entry: { object }, previous }) => {
      const { namespace, name = '' } = object.metadata;
      // Only changes of pods come here.
      const pod = object as Pod;
      if (type === 'DELETED') {
        this.#agents.forget(pod);
        this.#runs.delete(pod.metadata.uid ?? '');
        return;
      }
      const marked = isTerminating(pod) && previous?.object.metadata.deletionTimestamp === undefined;
      const shortened =
        previous?.object.metadata.deletionGracePeriodSeconds !== pod.metadata.deletionGracePeriodSeconds;
      if (!this.#runs.has(pod.metadata.uid ?? '') || marked || shortened) {
        this.queue.add(objectKey(namespace, name));
      }
    });
  }

  run(
    namespace: string,
    podName: string,
    container: string,
    argv: readonly string[],
  ): CommandResult | 'no-such-binary' | 'not-running' {
    const pod = this.#context.store.get('Pod', podName, namespace);
    const run = pod && this.#runs.get(pod.metadata.uid ?? '');
    if (!pod || !run || !['started', 'ready', 'stopping'].includes(run.phase)) return 'not-running';
    const isContainer = pod.spec?.containers.some(({ name }) => name === container);
    if (!isContainer) return 'not-running';
    return container === agentContainer && isAgentPod(pod) ? this.#agents.run(pod, argv) : 'no-such-binary';
  }

  logs(namespace: string, podName: string, container: string, previous: boolean): string | undefined {
    const pod = this.#context.store.get('Pod', podName, namespace);
    const run = pod && this.#runs.get(pod.metadata.uid ?? '');
    if (!pod || !run) return undefined;
    if (container === agentContainer && isAgentPod(pod)) return this.#agents.logs(pod, previous);
    return run.phase === 'creating' || previous ? undefined : '';
  }

  #step(key: string): void {
    const [namespace = '', name = ''] = key.split('/');
    const pod = this.#context.store.get('Pod', name, namespace);
    if (!pod?.spec?.nodeName) return;
    const uid = pod.metadata.uid ?? '';
    const nowMs = this.#context.nowMs();
    let run = this.#runs.get(uid);
    if (!run) {
      const waitMs = this.#context.settingUp() ? 0 : creatingMs;
      run = {
        phase: 'creating',
        ready: false,
        dueAtMs: nowMs + waitMs,
        startedAtMs: nowMs,
        bornAtMs: nowMs,
        restarts: 0,
        fatal: null,
      };
      this.#runs.set(uid, run);
      if (waitMs > 0) this.#report(pod, run);
    }
    if (isTerminating(pod) && run.phase !== 'stopping' && run.phase !== 'stopped') {
      this.#tell(pod, 'Killing', (name) => `Stopping container ${name}`);
      run.phase = 'stopping';
      run.dueAtMs = nowMs + exitAfterMs(pod);
    } else if (run.phase === 'stopping') {
      run.dueAtMs = Math.min(run.dueAtMs, nowMs + exitAfterMs(pod));
    }
    while (this.#runs.get(uid) === run && run.dueAtMs <= nowMs) this.#advance(pod, run, nowMs);
    if (this.#runs.get(uid) === run && run.dueAtMs < Infinity) this.queue.addAfter(key, run.dueAtMs - nowMs);
  }

  #advance(pod: Pod, run: Run, nowMs: number): void {
    switch (run.phase) {
      case 'creating':
      case 'crashed':
        return this.#start(pod, run, nowMs);
      case 'started': {
        const fatal = this.#agents.fatal(pod);
        if (fatal !== null) return this.#crash(pod, run, nowMs, fatal);
        run.phase = 'ready';
        run.ready = true;
        run.dueAtMs = Infinity;
        return this.#report(pod, run);
      }
      case 'stopping':
        run.phase = 'stopped';
        run.ready = false;
        run.dueAtMs = nowMs + cleaningUpMs;
        this.#agents.end(pod);
        return this.#report(pod, run);
      case 'stopped':
        this.#context.store.remove(podResource, pod.metadata.namespace, pod.metadata.name ?? '');
        return;
      case 'ready':
        run.dueAtMs = Infinity;
    }
  }

  #start(pod: Pod, run: Run, nowMs: number): void {
    if (run.phase === 'crashed') run.restarts += 1;
    run.startedAtMs = nowMs;
    const fatal = isAgentPod(pod) ? this.#agents.start(pod, nowMs) : null;
    if (fatal !== null) return this.#crash(pod, run, nowMs, fatal);
    run.phase = 'started';
    this.#tell(pod, 'Pulled', (_name, image) => `Container image "${image}" already present on machine`);
    this.#tell(pod, 'Created', (name) => `Created container ${name}`);
    this.#tell(pod, 'Started', (name) => `Started container ${name}`);
    run.dueAtMs = this.#context.settingUp() ? nowMs : nowMs + readyAfterMs(pod);
    if (!this.#context.settingUp()) this.#report(pod, run);
  }

  #crash(pod: Pod, run: Run, nowMs: number, fatal: AgentDeath): void {
    this.#agents.end(pod);
    run.phase = 'crashed';
    run.ready = false;
    run.fatal = fatal;
    run.dueAtMs = nowMs + backOffMs(run.restarts);
    this.#events.record(
      pod,
      this.#source(pod, agentContainer),
      'Warning',
      'BackOff',
      `Back-off restarting failed container ${agentContainer} in pod ${pod.metadata.name}_${pod.metadata.namespace}(${pod.metadata.uid})`,
    );
    this.#report(pod, run);
  }

  #source(pod: Pod, container: string): EventSource {
    return { component: 'kubelet', host: pod.spec?.nodeName, container };
  }

  #tell(pod: Pod, reason: string, message: (name: string, image: string) => string): void {
    for (const { name, image = '' } of pod.spec?.containers ?? []) {
      this.#events.record(pod, this.#source(pod, name), 'Normal', reason, message(name, image));
    }
  }

  #facts(pod: Pod, run: Run, container: string, nowMs: number): ContainerFacts {
    const startedAt = timestamp(run.startedAtMs);
    const base = { restartCount: container === agentContainer ? run.restarts : 0 };
    const running = { running: { startedAt } };
    if (run.phase === 'creating') {
      return { ...base, state: { waiting: { reason: 'ContainerCreating' } }, ready: false };
    }
    if (run.phase === 'stopped') {
      const terminated = { exitCode: 0, reason: 'Completed', startedAt, finishedAt: timestamp(nowMs) };
      return { ...base, state: { terminated }, ready: false };
    }
    if (run.phase === 'crashed' && container === agentContainer) {
      const seconds = backOffMs(run.restarts) / 1_000;
      const pause = seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
      const { name, namespace, uid } = pod.metadata;
      return {
        ...base,
        state: {
          waiting: {
            reason: 'CrashLoopBackOff',
            message: `back-off ${pause} restarting failed container=${container} pod=${name}_${namespace}(${uid})`,
          },
        },
        lastState: {
          terminated: {
            exitCode: run.fatal?.exitCode ?? 1,
            reason: 'Error',
            message: run.fatal?.line ?? '',
            startedAt,
            finishedAt: timestamp(nowMs),
          },
        },
        ready: false,
      };
    }
    return { ...base, state: running, ready: run.ready };
  }

  #report(pod: Pod, run: Run): void {
    const { store } = this.#context;
    const nowMs = this.#context.nowMs();
    const current = store.get('Pod', pod.metadata.name ?? '', pod.metadata.namespace);
    if (!current) return;
    const node = store.get('Node', current.spec?.nodeName ?? '');
    const known = (current.status?.podIPs ?? []).map(({ ip }) => ip);
    const given = current.status?.podIP ? [current.status.podIP] : [];
    const sandboxed = run.phase !== 'creating';
    const allocated = () => (sandboxed ? this.#addresses.allocate(current) : []);
    const addresses = known.length > 0 ? known : given.length > 0 ? given : allocated();
    store.update(podResource, {
      ...current,
      status: podStatus(current, {
        facts: (container) => this.#facts(current, run, container, nowMs),
        addresses,
        hostAddresses: (node?.status?.addresses ?? [])
          .filter(({ type }) => type === 'InternalIP')
          .map(({ address }) => address),
        startedAtMs: run.bornAtMs,
        nowMs,
      }),
    });
  }
}
