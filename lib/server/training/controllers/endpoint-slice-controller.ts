import { isDeepStrictEqual } from 'node:util';
import { objectKey } from '../api-server/collection';
import type { KindTypes } from '../api-server/kube-object';
import { timestamp } from '../api-server/object-store';
import { resourceOfKind } from '../api-server/resource-table';
import { labelSelectorMatcher } from '../api-server/selectors';
import type { ControllerContext } from './controller-context';
import { controllerReference } from './pod-template';
import {
  endpointOf,
  endpointPorts,
  type AddressType,
  type Endpoint,
  type EndpointPort,
} from './slice-endpoints';
import { WorkQueue } from './work-queue';

type Service = KindTypes['Service'];
type EndpointSlice = KindTypes['EndpointSlice'];

const managedBy = 'endpointslice-controller.k8s.io';
const serviceNameLabel = 'kubernetes.io/service-name';
const managedByLabel = 'endpointslice.kubernetes.io/managed-by';
const mostEndpoints = 100;
const sliceResource = resourceOfKind('EndpointSlice');

type WantedGroup = { family: AddressType; ports: EndpointPort[]; endpoints: Map<string, Endpoint> };

const endpointKey = (endpoint: Endpoint) => endpoint.targetRef?.uid ?? endpoint.addresses[0] ?? '';

/** Keeps the EndpointSlices of Services with a selector: at most 100 endpoints each, moved as little as possible. */
export class EndpointSliceController {
  readonly queue: WorkQueue;
  readonly #context: ControllerContext;
  readonly #slices = new Map<string, Set<string>>();

  constructor(context: ControllerContext) {
    this.#context = context;
    this.queue = new WorkQueue(context.clock, (key) => this.#reconcile(key));
    const { store } = context;
    store.listen('Service', ({ entry: { object } }) => {
      this.queue.add(objectKey(object.metadata.namespace, object.metadata.name ?? ''));
    });
    store.listen('EndpointSlice', ({ type, entry: { object } }) => {
      const { namespace = '', name = '', labels = {} } = object.metadata;
      if (labels[managedByLabel] !== managedBy) return;
      const key = objectKey(namespace, labels[serviceNameLabel] ?? '');
      const names = this.#slices.get(key) ?? new Set<string>();
      this.#slices.set(key, names);
      if (type === 'DELETED') {
        names.delete(name);
        this.queue.add(key);
      } else names.add(name);
    });
    store.listen('Pod', ({ entry, previous }) => {
      const labelSets = [entry.object.metadata.labels, previous?.object.metadata.labels];
      const [now, before] = labelSets;
      this.#affected(entry.object.metadata.namespace ?? '', now === before ? [now] : [now, before]);
    });
    for (const { object } of store.collection(resourceOfKind('Service')).list()) {
      this.queue.add(objectKey(object.metadata.namespace, object.metadata.name ?? ''));
    }
  }

  #affected(namespace: string, labelSets: readonly (Record<string, string> | undefined)[]): void {
    for (const { object } of this.#context.store.collection(resourceOfKind('Service')).list(namespace)) {
      // The collection of Services holds Services only.
      const { selector } = (object as Service).spec ?? {};
      if (!selector || Object.keys(selector).length === 0) continue;
      const matches = labelSelectorMatcher({ matchLabels: selector });
      if (labelSets.some(matches)) this.queue.add(objectKey(namespace, object.metadata.name ?? ''));
    }
  }

  #reconcile(key: string): void {
    const { store } = this.#context;
    const [namespace = '', name = ''] = key.split('/');
    const service = store.get('Service', name, namespace);
    const existing = [...(this.#slices.get(key) ?? [])].flatMap(
      (sliceName) => store.get('EndpointSlice', sliceName, namespace) ?? [],
    );
    const selector = service?.spec?.selector;
    if (
      !service ||
      service.spec?.type === 'ExternalName' ||
      !selector ||
      Object.keys(selector).length === 0
    ) {
      for (const slice of existing) this.#remove(slice);
      return;
    }
    const groups = this.#groups(service, selector);
    for (const group of groups) this.#fill(service, group, existing);
    const kept = (slice: EndpointSlice) =>
      groups.some(
        ({ family, ports }) => family === slice.addressType && isDeepStrictEqual(ports, slice.ports ?? []),
      );
    for (const slice of existing) if (!kept(slice)) this.#remove(slice);
  }

  /** The endpoints wanted, by family and set of ports; one empty group a family if there are no pods. */
  #groups(service: Service, selector: Record<string, string>): WantedGroup[] {
    const { store, pods } = this.#context;
    const matching = pods.withLabels(service.metadata.namespace ?? '', selector);
    const families = (service.spec?.ipFamilies ?? ['IPv4']).map((family) =>
      family === 'IPv6' ? 'IPv6' : 'IPv4',
    );
    return families.flatMap((family) => {
      const groups = new Map<string, WantedGroup>();
      for (const pod of matching) {
        const endpoint = endpointOf(pod, service, family, store.get('Node', pod.spec?.nodeName ?? ''));
        if (!endpoint) continue;
        const ports = endpointPorts(service, pod);
        const portsKey = JSON.stringify(ports);
        const group: WantedGroup = groups.get(portsKey) ?? { family, ports, endpoints: new Map() };
        group.endpoints.set(endpointKey(endpoint), endpoint);
        groups.set(portsKey, group);
      }
      return groups.size > 0 ? [...groups.values()] : [{ family, ports: [], endpoints: new Map() }];
    });
  }

  #fill(service: Service, group: WantedGroup, existing: readonly EndpointSlice[]): void {
    const missing = new Map(group.endpoints);
    const own = existing.filter(
      (slice) => slice.addressType === group.family && isDeepStrictEqual(slice.ports ?? [], group.ports),
    );
    const contents = own.map((slice) => {
      const endpoints = (slice.endpoints ?? []).flatMap((endpoint) => {
        const wanted = missing.get(endpointKey(endpoint));
        missing.delete(endpointKey(endpoint));
        return wanted ?? [];
      });
      return { slice, endpoints };
    });
    const rest = [...missing.values()];
    for (const { endpoints } of contents) {
      endpoints.push(...rest.splice(0, Math.max(0, mostEndpoints - endpoints.length)));
    }
    const anyLeft = contents.some(({ endpoints }) => endpoints.length > 0) || rest.length > 0;
    contents.forEach(({ slice, endpoints }, index) => {
      // A Service without endpoints keeps one empty slice.
      if (endpoints.length === 0 && (anyLeft || index > 0)) this.#remove(slice);
      else this.#write(service, group, endpoints, slice);
    });
    while (rest.length > 0) this.#write(service, group, rest.splice(0, mostEndpoints));
    if (!anyLeft && contents.length === 0) this.#write(service, group, []);
  }

  #remove(slice: EndpointSlice): void {
    const { store } = this.#context;
    const { namespace, name = '' } = slice.metadata;
    if (store.find(sliceResource, namespace, name)) store.remove(sliceResource, namespace, name);
  }

  #write(service: Service, group: WantedGroup, endpoints: Endpoint[], slice?: EndpointSlice): void {
    const { store } = this.#context;
    const { namespace, name = '' } = service.metadata;
    const labels = {
      ...service.metadata.labels,
      [managedByLabel]: managedBy,
      [serviceNameLabel]: name,
      ...(service.spec?.clusterIP === 'None' && { 'service.kubernetes.io/headless': '' }),
    };
    const { ports } = group;
    if (slice) {
      const same =
        isDeepStrictEqual(slice.endpoints, endpoints) && isDeepStrictEqual(slice.metadata.labels, labels);
      if (!same)
        store.update(sliceResource, { ...slice, metadata: { ...slice.metadata, labels }, endpoints });
      return;
    }
    store.create(sliceResource, {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        name: `${name}-${this.#context.nameSuffix()}`,
        generateName: `${name}-`,
        namespace,
        labels,
        annotations: {
          'endpoints.kubernetes.io/last-change-trigger-time': timestamp(this.#context.nowMs()),
        },
        ownerReferences: [controllerReference(service)],
      },
      addressType: group.family,
      endpoints,
      ports,
    });
  }
}
