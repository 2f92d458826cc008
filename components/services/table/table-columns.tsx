import {
  columnVisibilityFeature,
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table';
import { Age } from '@/components/ui/age';
import { NodeName } from '@/components/ui/node-name';
import { Address } from '../address';
import { frontendVerdict, nodeVerdict } from '../frontend-verdict';
import { NodesCell } from '../nodes-cell';
import { BackendsCell, StatesCell, VerdictMark } from './table-cells';
import { rowOrders } from './row-order';
import { policyWords, type TableRow } from './table-row';

export const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  // A column without a place still sorts.
  columnVisibilityFeature,
});

const helper = createColumnHelper<typeof features, TableRow>();

/** Up to so many nodes have a column each. */
export const mostNodeColumns = 4;

/** The columns; those of nodes are named `node:` and the node's name. `backendsRoom` is in characters. */
export function tableColumns(nodes: readonly string[], answering: ReadonlySet<string>, backendsRoom: number) {
  const nodeColumns =
    nodes.length <= mostNodeColumns
      ? nodes.map((node) =>
          helper.display({
            id: `node:${node}`,
            header: () => <NodeName name={node} form="short" className="text-label" />,
            cell: ({ row }) => (
              <VerdictMark verdict={nodeVerdict(row.original.view, node, answering.has(node))} node={node} />
            ),
          }),
        )
      : [
          helper.display({
            id: 'nodes',
            header: 'Nodes',
            cell: ({ row }) => <NodesCell verdict={frontendVerdict(row.original.view, answering.size)} />,
          }),
        ];
  return helper.columns([
    helper.accessor('order', {
      id: 'service',
      header: 'Service',
      sortFn: (a, b) => rowOrders.service(a.original, b.original),
    }),
    helper.accessor('addressKey', {
      id: 'address',
      header: 'Frontend',
      sortFn: (a, b) => rowOrders.address(a.original, b.original),
      cell: ({ row }) => <Address of={row.original.view} />,
    }),
    helper.accessor(({ view }) => view.type ?? '', {
      id: 'type',
      header: 'Type',
      sortFn: (a, b) => rowOrders.type(a.original, b.original),
      cell: ({ row }) => row.original.view.type ?? '–',
    }),
    helper.accessor('severity', {
      id: 'problem',
      header: 'States',
      sortFn: (a, b) => rowOrders.problem(a.original, b.original),
      cell: ({ row }) => <StatesCell row={row.original} />,
    }),
    helper.accessor(({ view }) => view.backends.length, {
      id: 'backends',
      header: 'Backends',
      sortFn: (a, b) => rowOrders.backends(a.original, b.original),
      cell: ({ row }) => <BackendsCell view={row.original.view} room={backendsRoom} />,
    }),
    helper.display({ id: 'policies', header: 'Policies', cell: ({ row }) => policyWords(row.original.view) }),
    ...nodeColumns,
    helper.accessor(({ view }) => view.changedTimestamp, {
      id: 'changed',
      header: 'Changed',
      sortFn: (a, b) => rowOrders.changed(a.original, b.original),
      cell: ({ row }) => <Age timestamp={row.original.view.changedTimestamp} form="bare" />,
    }),
  ]);
}
