import type { FrontendView } from '../frontend-view';
import type { NameIndex, ServiceMatch } from '../names/name-index';
import { serviceKey } from '../names/name-index';
import { serviceOfFrontend } from '../names/service-of-frontend';
import { targetOfBackend } from '../names/target-of-backend';
import type { ExpectedBackend } from './expected-backends';
import { expectedBackends } from './expected-backends';
import { hasOwnBackends, isNodeLocal } from './frontend-place';
import { mergeBackends } from './merge-backends';
import type { RowVariant } from './row-variant';
import { byMajority, nodesOf } from './row-variant';

export type MergedView = Omit<FrontendView, 'problems' | 'doubt' | 'changedTimestamp'>;

/** Rows without a Service share it. */
const noLabels: string[] = [];

/** A merged row with what its problems are found from. */
export type MergedFrontend = {
  view: MergedView;
  variants: readonly RowVariant[];
  match: ServiceMatch | null;
  /** What the API lists behind it; null where that is not known. */
  expected: ExpectedBackend[] | null;
};

/** Merges the forms of one row over all nodes and joins the names; null where no node prints it. */
export function mergeFrontend(
  variants: readonly RowVariant[],
  names: NameIndex,
  internNodes: (nodes: readonly string[]) => string[],
): MergedFrontend | null {
  const [first] = [...variants].sort(byMajority);
  if (first === undefined) return null;
  const { key, ip, port, protocol, scope, type, remote } = first.row;
  const match = serviceOfFrontend(names, first.row);
  const service = match?.service ?? null;
  const slices = service === null ? [] : names.slices.get(serviceKey(service));
  return {
    view: {
      key,
      ip,
      port,
      protocol,
      scope,
      type,
      remote,
      service:
        match === null
          ? null
          : { namespace: match.service.namespace, name: match.service.name, portName: match.port.name },
      labels: service?.labelTexts ?? noLabels,
      nodes: internNodes(nodesOf(variants)),
      nodeLocal: isNodeLocal(type, ip),
      ownBackends: hasOwnBackends(type, scope, service, slices),
      backends: mergeBackends(
        variants,
        (backendIP, backendPort) => targetOfBackend(names, backendIP, backendPort),
        internNodes,
      ),
    },
    variants,
    match,
    expected: match === null ? null : expectedBackends(names, match),
  };
}
