import type { KubeObject } from '../api-server/kube-object';
import { timestamp } from '../api-server/object-store';
import { resourceOfKind } from '../api-server/resource-table';
import type { ControllerContext } from './controller-context';

const eventResource = resourceOfKind('Event');
const kept = 500;

/** Who tells: the component, the node it runs on, and the container it speaks of. */
export type EventSource = {
  component:
    | 'daemonset-controller'
    | 'default-scheduler'
    | 'deployment-controller'
    | 'kubelet'
    | 'replicaset-controller';
  host?: string;
  container?: string;
};

/** Writes `v1` Events about what the controllers do, and keeps the latest ones. */
export class EventRecorder {
  readonly #context: Pick<ControllerContext, 'store' | 'nowMs' | 'nameSuffix' | 'settingUp'>;
  #names: { namespace: string; name: string; key: string }[] = [];
  /** By what an event says: the same again raises its count. */
  readonly #known = new Map<string, string>();

  constructor(context: Pick<ControllerContext, 'store' | 'nowMs' | 'nameSuffix' | 'settingUp'>) {
    this.#context = context;
  }

  record(
    about: KubeObject,
    source: EventSource,
    type: 'Normal' | 'Warning',
    reason: string,
    message: string,
  ): void {
    const { store, settingUp } = this.#context;
    if (settingUp()) return;
    const { namespace = 'default', name = '', uid, resourceVersion } = about.metadata;
    const at = timestamp(this.#context.nowMs());
    const key = [uid, source.component, source.container, reason, message].join('\0');
    const known = this.#known.get(key);
    const earlier = known && store.find(eventResource, namespace, known)?.object;
    if (earlier) {
      store.update(eventResource, { ...earlier, count: Number(earlier.count) + 1, lastTimestamp: at });
      return;
    }
    const eventName = `${name}.${this.#context.nameSuffix()}${this.#context.nameSuffix()}`;
    store.create(eventResource, {
      apiVersion: 'v1',
      kind: 'Event',
      metadata: { name: eventName, namespace },
      involvedObject: {
        kind: about.kind,
        apiVersion: about.apiVersion,
        namespace,
        name,
        uid,
        resourceVersion,
        ...(source.container && { fieldPath: `spec.containers{${source.container}}` }),
      },
      type,
      reason,
      message,
      firstTimestamp: at,
      lastTimestamp: at,
      count: 1,
      source: { component: source.component, ...(source.host && { host: source.host }) },
      reportingComponent: source.component,
      reportingInstance: source.host ?? '',
    });
    this.#known.set(key, eventName);
    this.#names.push({ namespace, name: eventName, key });
    const oldest = this.#names.length > kept ? this.#names.shift() : undefined;
    if (oldest) this.#known.delete(oldest.key);
    if (oldest && store.find(eventResource, oldest.namespace, oldest.name)) {
      store.remove(eventResource, oldest.namespace, oldest.name);
    }
  }
}
