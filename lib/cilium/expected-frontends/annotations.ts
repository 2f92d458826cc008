import type { NodeInput, ServiceInput } from './load-balancing-input';

const prefix = 'service.cilium.io';

/** The types of frontends a Service may have: `service.cilium.io/type` narrows them (v1.17 and later). */
export function exposedTypes(service: ServiceInput): ReadonlySet<string> {
  const all = new Set(['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalIPs']);
  const wanted = service.annotations[`${prefix}/type`];
  // An unknown value is ignored with a warning: the Service is exposed as if not annotated.
  return wanted === 'ClusterIP' || wanted === 'NodePort' || wanted === 'LoadBalancer'
    ? new Set([wanted])
    : all;
}

/** One requirement of an equality or set-based label selector, as `kubectl -l` takes them. */
function matchesRequirement(requirement: string, labels: Readonly<Record<string, string>>): boolean {
  const set = /^(\S+)\s+(in|notin)\s+\(([^)]*)\)$/.exec(requirement);
  if (set !== null) {
    const [, key = '', operator, values = ''] = set;
    const value = labels[key];
    const listed =
      value !== undefined &&
      values
        .split(',')
        .map((item) => item.trim())
        .includes(value);
    return operator === 'in' ? listed : !listed;
  }
  const equality = /^([^=!\s]+)\s*(!=|==|=)\s*(\S*)$/.exec(requirement);
  if (equality !== null) {
    const [, key = '', operator, value] = equality;
    return operator === '!=' ? labels[key] !== value : labels[key] === value;
  }
  return requirement.startsWith('!')
    ? labels[requirement.slice(1).trim()] === undefined
    : labels[requirement.trim()] !== undefined;
}

/**
 * Whether a node is to expose a Service: `service.cilium.io/node-selector` (v1.18 and later), else
 * `service.cilium.io/node`, compared with the node's label of that name.
 */
export function exposedOnNode(service: ServiceInput, node: NodeInput): boolean {
  const selector = service.annotations[`${prefix}/node-selector`];
  if (selector !== undefined) {
    return (selector.match(/[^,(]+(?:\([^)]*\))?/g) ?? []).every((part) =>
      matchesRequirement(part.trim(), node.labels),
    );
  }
  const wanted = service.annotations[`${prefix}/node`];
  return wanted === undefined || node.labels[`${prefix}/node`] === wanted;
}
