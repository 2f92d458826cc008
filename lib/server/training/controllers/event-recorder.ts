import type { KubeObject } from '../api-server/kube-object';
import { timestamp } from '../api-server/object-store';
import { resourceOfKind } from '../api-server/resource-table';
import type { ControllerContext } from './controller-context';

const eventResource = resourceOfKind('Event');
const kept = 500;

/** Writes `v1` Events about what the controllers do, and keeps the latest ones. */
export class EventRecorder {
  readonly #context: Pick<ControllerContext, 'store' | 'nowMs' | 'nameSuffix' | 'settingUp'>;
  #names: { namespace: string; name: string }[] = [];

  constructor(context: Pick<ControllerContext, 'store' | 'nowMs' | 'nameSuffix' | 'settingUp'>) {
    this.#context = context;
  }

  record(about: KubeObject, type: 'Normal' | 'Warning', reason: string, message: string): void {
    const { store, settingUp } = this.#context;
    if (settingUp()) return;
    const { namespace = 'default', name = '', uid, resourceVersion } = about.metadata;
    const at = timestamp(this.#context.nowMs());
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
      },
      type,
      reason,
      message,
      firstTimestamp: at,
      lastTimestamp: at,
      count: 1,
      source: { component: 'training' },
    });
    this.#names.push({ namespace, name: eventName });
    const oldest = this.#names.length > kept ? this.#names.shift() : undefined;
    if (oldest && store.find(eventResource, oldest.namespace, oldest.name)) {
      store.remove(eventResource, oldest.namespace, oldest.name);
    }
  }
}
