import {
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
import { policyWords, type TableRow } from './table-row';

export const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

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
      sortFn: (a, b) => a.original.order - b.original.order,
    }),
    helper.accessor('addressKey', {
      id: 'address',
      header: 'Frontend',
      sortFn: (a, b) => compareText(a.original.addressKey, b.original.addressKey),
      cell: ({ row }) => <Address of={row.original.view} />,
    }),
    helper.accessor(({ view }) => view.type ?? '', {
      id: 'type',
      header: 'Type',
      sortFn: (a, b) => compareText(a.original.view.type ?? '', b.original.view.type ?? ''),
      cell: ({ row }) => row.original.view.type ?? '–',
    }),
    helper.accessor('severity', {
      id: 'problem',
      header: 'States',
      sortFn: (a, b) => b.original.severity - a.original.severity,
      cell: ({ row }) => <StatesCell row={row.original} />,
    }),
    helper.accessor(({ view }) => view.backends.length, {
      id: 'backends',
      header: 'Backends',
      sortFn: (a, b) => a.original.view.backends.length - b.original.view.backends.length,
      cell: ({ row }) => <BackendsCell view={row.original.view} room={backendsRoom} />,
    }),
    helper.display({ id: 'policies', header: 'Policies', cell: ({ row }) => policyWords(row.original.view) }),
    ...nodeColumns,
    helper.accessor(({ view }) => view.changedTimestamp, {
      id: 'changed',
      header: 'Changed',
      // Ascending is newest first: the youngest age is the smallest.
      sortFn: (a, b) => compareText(b.original.view.changedTimestamp, a.original.view.changedTimestamp),
      cell: ({ row }) => <Age timestamp={row.original.view.changedTimestamp} form="bare" />,
    }),
  ]);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
