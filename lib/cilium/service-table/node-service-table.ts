import { frontendsOfHostPorts } from '../expected-frontends/frontends-of-host-ports';
import { frontendsOfService } from '../expected-frontends/frontends-of-service';
import { frontendsOnNode } from '../expected-frontends/frontends-on-node';
import type {
  EndpointSliceInput,
  LoadBalancingSettings,
  NodeInput,
  PodInput,
  ServiceInput,
} from '../expected-frontends/load-balancing-input';
import type { Release } from '../agent-version';
import { BackendArrivals } from './backend-arrivals';
import { formatServiceTable } from './format-service-table';
import { listOrder } from './list-order';
import { ServiceIds } from './service-ids';
import type { TableRow } from './table-row';

/** What one agent's table is made of when it starts on an empty node, in the order in which it meets the Services. */
export type NodeServiceTable = {
  version: Release;
  settings: LoadBalancingSettings;
  node: NodeInput;
  services: readonly { service: ServiceInput; slices: readonly EndpointSliceInput[] }[];
  pods: readonly PodInput[];
};

/** Gives the rows of an agent's table by ID: those of each Service, then those of the host ports of the node's pods. */
export function nodeServiceTable({
  version,
  settings,
  node,
  services,
  pods,
}: NodeServiceTable): readonly TableRow[] {
  const arrivals = new BackendArrivals();
  const ids = new ServiceIds();
  ids.listenOn(node.nodePortAddresses ?? []);
  for (const { service, slices } of services) {
    const templates = frontendsOfService(service, slices, version, settings).map((template) =>
      arrivals.ordered(template, version),
    );
    const rows = frontendsOnNode(templates, node, version, settings);
    ids.assign(`service ${service.namespace}/${service.name}`, rows, new Set());
  }
  for (const pod of pods) {
    if (pod.nodeName !== node.name || pod.hostPorts.length === 0) continue;
    const rows = frontendsOfHostPorts([pod], node, version, settings);
    ids.assign(`pod ${pod.namespace}/${pod.name} ${pod.uid}`, rows, new Set());
  }
  return ids.rows();
}

/** Prints what `cilium service list` of a release prints of these rows. */
export function printServiceTable(rows: readonly TableRow[], version: Release): string {
  return formatServiceTable(listOrder(rows), version);
}
