import { objectKey } from '../api-server/collection';
import type { KindTypes } from '../api-server/kube-object';
import { timestamp } from '../api-server/object-store';
import { resourceOfKind } from '../api-server/resource-table';
import type { ControllerContext } from './controller-context';
import type { EventRecorder } from './event-recorder';
import { fitsNode, hostPortsOf } from './placement';
import { WorkQueue } from './work-queue';

type Pod = KindTypes['Pod'];
type Node = KindTypes['Node'];

/** Puts each pod without a node on the fitting node with the fewest pods of its owner, then the fewest at all. */
export class Scheduler {
  readonly queue: WorkQueue;
  readonly #context: ControllerContext;
  readonly #events: EventRecorder;
  readonly #waiting = new Set<string>();

  constructor(context: ControllerContext, events: EventRecorder) {
    this.#context = context;
    this.#events = events;
    this.queue = new WorkQueue(context.clock, (key) => this.#schedule(key));
    context.store.listen('Pod', ({ type, entry: { object } }) => {
      const { namespace, name = '' } = object.metadata;
      // Only changes of pods come here.
      if (type === 'ADDED' && !(object as Pod).spec?.nodeName) this.queue.add(objectKey(namespace, name));
      if (type === 'DELETED') this.#retry();
    });
    context.store.listen('Node', () => this.#retry());
  }

  #retry(): void {
    for (const key of this.#waiting) this.queue.add(key);
  }

  #nodes(): Node[] {
    // The collection of nodes holds nodes only.
    return this.#context.store
      .collection(resourceOfKind('Node'))
      .list()
      .map(({ object }) => object as Node);
  }

  #hasRoom(node: Node, pod: Pod): boolean {
    const { pods } = this.#context;
    const nodeName = node.metadata.name ?? '';
    if (pods.countOnNode(nodeName) >= Number(node.status?.allocatable?.pods ?? 110)) return false;
    const wanted = hostPortsOf(pod.spec);
    if (wanted.length === 0) return true;
    const taken = new Set(pods.onNode(nodeName).flatMap((other) => hostPortsOf(other.spec)));
    return !wanted.some((port) => taken.has(port));
  }

  #schedule(key: string): void {
    const { store, pods } = this.#context;
    const [namespace = '', name = ''] = key.split('/');
    const pod = store.get('Pod', name, namespace);
    if (!pod || pod.spec?.nodeName) {
      this.#waiting.delete(key);
      return;
    }
    const nodes = this.#nodes();
    const siblings = new Map<string, number>();
    for (const { spec } of pods.ownedBy(pod.metadata.ownerReferences?.[0]?.uid)) {
      if (spec?.nodeName) siblings.set(spec.nodeName, (siblings.get(spec.nodeName) ?? 0) + 1);
    }
    const load = (nodeName: string) => (siblings.get(nodeName) ?? 0) * 1_000 + pods.countOnNode(nodeName);
    // Nodes come sorted by name, and the first of equals is taken.
    let best: string | undefined;
    let least = Infinity;
    for (const node of nodes) {
      if (node.spec?.unschedulable || !fitsNode(pod.spec, node) || !this.#hasRoom(node, pod)) continue;
      const nodeName = node.metadata.name ?? '';
      const nodeLoad = load(nodeName);
      if (nodeLoad >= least) continue;
      best = nodeName;
      least = nodeLoad;
    }
    const lastTransitionTime = timestamp(this.#context.nowMs());
    const condition = best
      ? { type: 'PodScheduled', status: 'True', lastTransitionTime }
      : {
          type: 'PodScheduled',
          status: 'False',
          reason: 'Unschedulable',
          message: `0/${nodes.length} nodes are available.`,
          lastTransitionTime,
        };
    const source = { component: 'default-scheduler' } as const;
    if (best) {
      this.#waiting.delete(key);
      const assigned = `Successfully assigned ${namespace}/${name} to ${best}`;
      this.#events.record(pod, source, 'Normal', 'Scheduled', assigned);
    } else {
      if (!this.#waiting.has(key)) {
        this.#events.record(pod, source, 'Warning', 'FailedScheduling', condition.message ?? '');
      }
      this.#waiting.add(key);
    }
    store.update(resourceOfKind('Pod'), {
      ...pod,
      spec: { ...pod.spec, ...(best && { nodeName: best }) },
      status: { phase: 'Pending', ...pod.status, conditions: [condition] },
    });
  }
}
