import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { isWildcard } from './wildcard';

/** A row of a Service's frontends; `folds` are the node addresses it stands for while folded. */
export type FoldedFrontend = {
  view: FrontendView;
  folds: FrontendView[];
  open: boolean;
  under: string | null;
};

/** Whether the node addresses behind a wildcard row are shown as rows of their own. */
export type FoldState = (wildcardKey: string) => boolean;

/**
 * Folds the node addresses of a NodePort or HostPort behind their wildcard row (`0.0.0.0:30598`, `+3`).
 * `frontends` are one Service's, in row order: a wildcard stands right before the addresses of its port.
 */
export function foldNodeAddresses(frontends: readonly FrontendView[], isOpen: FoldState): FoldedFrontend[] {
  const heads = new Map<string, FoldedFrontend>();
  const rows: FoldedFrontend[] = [];
  for (const view of frontends) {
    const port = portOf(view);
    const head = port === null ? undefined : heads.get(port);
    if (port !== null && isWildcard(view.ip)) {
      const row: FoldedFrontend = { view, folds: [], open: isOpen(view.key), under: null };
      heads.set(port, row);
      rows.push(row);
    } else if (head) {
      head.folds.push(view);
      if (head.open) rows.push({ view, folds: [], open: false, under: head.view.key });
    } else {
      rows.push({ view, folds: [], open: false, under: null });
    }
  }
  return rows;
}

/** What a wildcard and its node addresses have in common; null for types that have no wildcard. */
function portOf({ type, ip, port, protocol, scope }: FrontendView): string | null {
  if (type !== 'NodePort' && type !== 'HostPort') return null;
  return `${type} ${ip.includes(':') ? 6 : 4} ${port} ${protocol ?? ''} ${scope}`;
}

/** Key of the wildcard row that `key` would be folded behind; null where it stands by itself. */
export function wildcardOf(frontends: readonly FrontendView[], key: string): string | null {
  const row = frontends.find((frontend) => frontend.key === key);
  const port = row ? portOf(row) : null;
  if (!row || port === null || isWildcard(row.ip)) return null;
  const service = serviceOf(row);
  const head = frontends.find(
    (frontend) => isWildcard(frontend.ip) && portOf(frontend) === port && serviceOf(frontend) === service,
  );
  return head?.key ?? null;
}

function serviceOf({ service }: FrontendView): string {
  return service ? `${service.namespace}/${service.name}` : '';
}
