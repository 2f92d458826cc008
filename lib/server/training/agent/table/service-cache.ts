import type { ExpectedFrontend } from '@/lib/cilium/expected-frontends/expected-frontend';
import { atLeast } from '@/lib/cilium/agent-version';
import type { FrontendTemplate } from '@/lib/cilium/expected-frontends/frontends-of-service';
import { frontendsOfService } from '@/lib/cilium/expected-frontends/frontends-of-service';
import { frontendsOnNode, isSameOnEveryNode } from '@/lib/cilium/expected-frontends/frontends-on-node';
import type { LoadBalancingSettings, NodeInput } from '@/lib/cilium/expected-frontends/load-balancing-input';
import { BackendArrivals } from '@/lib/cilium/service-table/backend-arrivals';
import type { KindTypes } from '../../agent-contract';
import type { CiliumVersion } from '../cilium-version';
import type { ClusterMoment } from './cluster-feed';
import { endpointSliceInput, serviceInput } from './object-inputs';

type Service = KindTypes['Service'];
type EndpointSlice = KindTypes['EndpointSlice'];

/** The frontends of one Service, kept until the Service or one of its slices changes. */
export type ServiceEntry = {
  key: string;
  service: Service;
  slices: readonly EndpointSlice[];
  templates: readonly FrontendTemplate[];
  /** The rows, where they are the same on every node; computed for the first node that asks. */
  shared: { rows: readonly ExpectedFrontend[] | null } | null;
};

function sameItems<Item>(a: readonly Item[], b: readonly Item[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

function byName(a: EndpointSlice, b: EndpointSlice): number {
  return (a.metadata.name ?? '') < (b.metadata.name ?? '') ? -1 : 1;
}

/** The frontends of a cluster's Services under one configuration, computed once for all agents that run it. */
export class ServiceCache {
  readonly #version: CiliumVersion;
  readonly #settings: LoadBalancingSettings;
  #entries = new Map<string, ServiceEntry>();
  readonly #arrivals = new BackendArrivals();
  readonly #tables: { moment: ClusterMoment; entries: readonly ServiceEntry[] }[] = [];

  constructor(version: CiliumVersion, settings: LoadBalancingSettings) {
    this.#version = version;
    this.#settings = settings;
  }

  /** The entries of all Services at one moment, in the API server's order. */
  entriesAt(moment: ClusterMoment): readonly ServiceEntry[] {
    const known = this.#tables.find(
      ({ moment: other }) =>
        other.services === moment.services && other.endpointSlices === moment.endpointSlices,
    );
    if (known !== undefined) return known.entries;
    const slices = new Map<string, EndpointSlice[]>();
    for (const slice of moment.endpointSlices) {
      const key = `${slice.metadata.namespace}/${slice.metadata.labels?.['kubernetes.io/service-name']}`;
      const list = slices.get(key);
      if (list === undefined) slices.set(key, [slice]);
      else list.push(slice);
    }
    const next = new Map<string, ServiceEntry>();
    for (const service of moment.services) {
      const key = `${service.metadata.namespace}/${service.metadata.name}`;
      const own = (slices.get(key) ?? []).sort(byName);
      const before = this.#entries.get(key);
      const unchanged = before?.service === service && sameItems(before.slices, own);
      next.set(key, unchanged ? before : this.#compute(key, service, own));
    }
    this.#entries = next;
    const entries = [...next.values()];
    this.#tables.unshift({ moment, entries });
    this.#tables.length = Math.min(this.#tables.length, 16);
    return entries;
  }

  /** The rows of an entry on one node; the same array for all nodes where they do not differ. */
  rowsOn(entry: ServiceEntry, node: NodeInput): readonly ExpectedFrontend[] {
    if (entry.shared === null) return frontendsOnNode(entry.templates, node, this.#version, this.#settings);
    const rows = entry.shared.rows ?? frontendsOnNode(entry.templates, node, this.#version, this.#settings);
    entry.shared.rows = rows;
    return rows;
  }

  #compute(key: string, service: Service, slices: readonly EndpointSlice[]): ServiceEntry {
    const templates = frontendsOfService(
      serviceInput(service),
      slices.map(endpointSliceInput),
      this.#version,
      this.#settings,
    ).map((template) => this.#arrivals.ordered(template, this.#version));
    const outside = templates.some(({ type }) => type === 'LoadBalancer' || type === 'ExternalIPs');
    const common =
      !outside &&
      templates.every(
        (template) =>
          isSameOnEveryNode(template, this.#version, this.#settings) &&
          // Up to v1.17 a node port has a row on each of the node's own addresses.
          (template.ip !== null || atLeast(this.#version, 18)),
      );
    return { key, service, slices, templates, shared: common ? { rows: null } : null };
  }
}
