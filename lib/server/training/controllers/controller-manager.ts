import type { AgentFactory } from '../agent-contract';
import type { ContainerRuntime } from '../api-server/api-context';
import type { Clock } from '../api-server/clock';
import type { ObjectStore } from '../api-server/object-store';
import { AgentHost } from './agent-host';
import { publishCiliumEndpoints } from './cilium-endpoints';
import type { ControllerContext } from './controller-context';
import { DaemonSetController } from './daemon-set-controller';
import { DeploymentController } from './deployment-controller';
import { EndpointSliceController } from './endpoint-slice-controller';
import { EventRecorder } from './event-recorder';
import { GarbageCollector } from './garbage-collector';
import { Kubelet } from './kubelet';
import { objectReader } from './object-reader';
import { PodIndex } from './pod-index';
import { ReplicaSetController } from './replica-set-controller';
import { Scheduler } from './scheduler';
import type { WorkQueue } from './work-queue';

export type ControllerManager = {
  runtime: ContainerRuntime;
  stop(): void;
};

function settle(queues: readonly WorkQueue[]): void {
  for (let busy = true; busy;) {
    busy = false;
    for (const queue of queues) busy = queue.drain() || busy;
  }
}

/**
 * Starts everything that acts on the store: workload controllers, scheduler, kubelets with the agents in their
 * pods, EndpointSlices. `apply` fills the store; when the function returns, the cluster stands as if it had
 * been running for `ageMs`.
 */
export function startControllers(options: {
  store: ObjectStore;
  clock: Clock;
  nameSuffix(): string;
  agent: AgentFactory;
  seed: number;
  ageMs: number;
  /** The clock for the objects' times; shared with the store. */
  time: { offsetMs: number };
  apply(nowMs: number): void;
}): ControllerManager {
  const { store, clock, nameSuffix, agent, seed, time } = options;
  let settingUp = true;
  time.offsetMs = -options.ageMs;
  const nowMs = () => clock.nowMs() + time.offsetMs;
  const context: ControllerContext = {
    store,
    clock,
    nowMs,
    nameSuffix,
    settingUp: () => settingUp,
    pods: new PodIndex(store),
  };
  const events = new EventRecorder(context);
  const agents = new AgentHost({
    reader: objectReader(store),
    factory: agent,
    seed,
    nowMs: () => clock.nowMs(),
  });
  const kubelet = new Kubelet(context, agents, events);
  publishCiliumEndpoints(context);
  const queues: WorkQueue[] = [
    new DaemonSetController(context, events).queue,
    new DeploymentController(context, events).queue,
    new ReplicaSetController(context, events).queue,
    new Scheduler(context, events).queue,
    kubelet.queue,
  ];
  options.apply(nowMs());
  settle(queues);
  // Slices are made once all pods have their addresses: with thousands of pods that saves most of the work.
  queues.push(new EndpointSliceController(context).queue);
  settle(queues);
  new GarbageCollector(context);
  settingUp = false;
  time.offsetMs = 0;
  store.compact();
  return {
    runtime: kubelet,
    stop: () => {
      for (const queue of queues) queue.stop();
      agents.stop();
    },
  };
}
