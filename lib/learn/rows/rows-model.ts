import { frontendKey } from '@/lib/cilium/frontend';
import type {
  EndpointSliceInput,
  LoadBalancingSettings,
  NodeInput,
  PodInput,
  ServiceInput,
} from '@/lib/cilium/expected-frontends/load-balancing-input';
import { nodeServiceTable, printServiceTable } from '@/lib/cilium/service-table/node-service-table';
import { listOrder } from '@/lib/cilium/service-table/list-order';
import type { TableRow } from '@/lib/cilium/service-table/table-row';
import { readSettings } from '@/lib/cilium/settings/agent-settings';
import { allocatedService } from './allocated-service';
import { configOf, releaseOf, type AroundNode, type ClusterAround } from './cluster-around';
import type { ServiceManifest } from './service-manifest';
import { podsOf, slicesOfPods } from './slices-of-pods';

/** One row with the lines that `cilium service list` prints of it. */
export type ListedRow = TableRow & { key: string; lines: string[] };

/** What one node's agent prints. */
export type NodeRows = { node: string; text: string; head: string; rows: ListedRow[] };

/** What the rows are made of: a Service with all that the cluster adds to it. */
export type RowsInput = {
  settings: LoadBalancingSettings;
  service: ServiceInput;
  slices: EndpointSliceInput[];
  pods: PodInput[];
  nodes: NodeInput[];
};

export type RowsModel = { input: RowsInput; perNode: NodeRows[] };

/** Gives a node as its agent knows it. */
function nodeInput({ name, ips, zone, isEdge }: AroundNode, ipv6: boolean): NodeInput {
  return {
    name,
    labels: {
      'kubernetes.io/hostname': name,
      ...(zone === '' ? {} : { 'topology.kubernetes.io/zone': zone }),
      ...(isEdge ? { 'service.cilium.io/node': 'edge' } : {}),
    },
    zone: zone === '' ? null : zone,
    nodePortAddresses: ips.filter((ip) => ipv6 || !ip.includes(':')),
    addresses: [...ips],
  };
}

/** Gives what each node's `cilium service list` has of one Service, as an agent that starts on an empty node prints it. */
export function rowsModel(service: ServiceManifest, around: ClusterAround): RowsModel {
  const version = releaseOf(around.release);
  const { loadBalancing: settings } = readSettings(configOf(around), version);
  const input: RowsInput = {
    settings,
    service: allocatedService(service, around),
    slices: slicesOfPods(service, around),
    pods: podsOf(service, around),
    nodes: around.nodes.map((node) => nodeInput(node, around.ipv6)),
  };
  const services = [{ service: input.service, slices: input.slices }];
  const perNode = input.nodes.map((node): NodeRows => {
    const rows = nodeServiceTable({ version, settings, node, services, pods: input.pods });
    return listed(node.name, rows, printServiceTable(rows, version));
  });
  return { input, perNode };
}

/** Cuts the text of a table into its rows: one line for each backend, one for a row without any. */
function listed(node: string, rows: readonly TableRow[], text: string): NodeRows {
  const [head = '', ...lines] = text.split('\n');
  let line = 0;
  return {
    node,
    text,
    head,
    rows: listOrder(rows).map((row) => {
      const count = Math.max(1, row.frontend.backends.length);
      line += count;
      return { ...row, key: frontendKey(row.frontend), lines: lines.slice(line - count, line) };
    }),
  };
}
