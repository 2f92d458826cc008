import type { IncomingMessage } from 'node:http';
import type { ApiContext } from '../api-context';
import type { RequestInfo } from '../request-info';
import type { Resource } from '../resource-table';
import type { StoredEntry } from '../stored-entry';
import type { Printer } from './printer';
import { printerOf } from './printer-of';

/** Writes objects as the rows of a `meta.k8s.io/v1` Table, which is what kubectl asks for to print a table. */
export type TableWriter = {
  /** A Table of one object, or of a list's; `metadata` is that of the list or the object's revision. */
  table(entries: readonly StoredEntry[], metadata: Record<string, unknown>, withColumns?: boolean): string;
};

type IncludeObject = 'None' | 'Metadata' | 'Object';

/** Whether the first media type of a request's Accept header that we can serve is a Table. */
export function wantsTable(request: IncomingMessage): boolean {
  for (const range of (request.headers.accept ?? '').split(',')) {
    const [type, ...parameters] = range.split(';').map((part) => part.trim());
    if (type !== 'application/json' && type !== '*/*') continue;
    const as = parameters.find((parameter) => parameter.startsWith('as='));
    if (as === undefined) return false;
    // v1beta1 left with Kubernetes 1.22.
    if (as === 'as=Table' && parameters.includes('g=meta.k8s.io') && parameters.includes('v=v1')) return true;
  }
  return false;
}

function includedObject(resource: Resource, entry: StoredEntry, include: IncludeObject): string {
  if (include === 'None') return '';
  if (include === 'Object') return `,"object":${entry.json(resource)}`;
  const { metadata } = entry.object;
  return `,"object":${JSON.stringify({ kind: 'PartialObjectMetadata', apiVersion: 'meta.k8s.io/v1', metadata })}`;
}

function rowOf(printer: Printer, entry: StoredEntry, nowMs: number, object: string): string {
  return `{"cells":${JSON.stringify(printer.cells(entry.object, nowMs))}${object}}`;
}

const formatOf = (name: string) => (name === 'Name' ? 'name' : '');

/** A writer for the answers to one request. `includeObject` is what the rows carry beside their cells. */
export function tableWriter(context: ApiContext, resource: Resource, info: RequestInfo): TableWriter {
  const printer = printerOf(resource, context.ciliumMinor);
  const asked = info.query.get('includeObject');
  const include: IncludeObject = asked === 'None' || asked === 'Object' ? asked : 'Metadata';
  const columnDefinitions = printer.columns.map(({ name, priority }) => ({
    name,
    type: 'string',
    format: formatOf(name),
    description: '',
    priority,
  }));
  return {
    table: (entries, metadata, withColumns = true) => {
      const nowMs = context.clock.nowMs();
      const rows = entries.map((entry) =>
        rowOf(printer, entry, nowMs, includedObject(resource, entry, include)),
      );
      const head = JSON.stringify({
        kind: 'Table',
        apiVersion: 'meta.k8s.io/v1',
        metadata,
        columnDefinitions: withColumns ? columnDefinitions : null,
      });
      return `${head.slice(0, -1)},"rows":[${rows.join(',')}]}`;
    },
  };
}
