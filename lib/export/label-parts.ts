/** A label as it stands in a list: `key=value`. */
export type LabelParts = { key: string; value: string };

/** Keys that Kubernetes recommends or nearly every cluster has: they tell nothing of one. */
const publicKeys: ReadonlySet<string> = new Set([
  'app',
  'app.kubernetes.io/component',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/managed-by',
  'app.kubernetes.io/name',
  'app.kubernetes.io/part-of',
  'app.kubernetes.io/version',
  'chart',
  'component',
  'helm.sh/chart',
  'heritage',
  'k8s-app',
  'kubernetes.io/cluster-service',
  'kubernetes.io/name',
  'name',
  'provider',
  'release',
  'role',
  'service.kubernetes.io/headless',
  'service.kubernetes.io/service-proxy-name',
  'team',
  'tier',
  'version',
]);

/** Keys have no `=`: the first parts them. */
export function labelParts(label: string): LabelParts {
  const at = label.indexOf('=');
  return at < 0 ? { key: label, value: '' } : { key: label.slice(0, at), value: label.slice(at + 1) };
}

/** True for a key that everybody knows; any other may be the cluster's own, with its company's domain. */
export function isPublicKey(key: string): boolean {
  return publicKeys.has(key);
}
