import type { KindTypes, KubeObject } from '../api-server/kube-object';
import { hashText, safeEncode } from '../api-server/seeded-random';

type PodTemplate = NonNullable<KindTypes['Deployment']['spec']>['template'];

function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined && item !== null);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, canonical(item)]),
  );
}

/** Labels or annotations that are all gone are none: in Kubernetes' storage an empty map of them is not kept. */
function withoutEmptyMaps(template: PodTemplate): PodTemplate {
  const { metadata = {} } = template;
  const isEmpty = (value: unknown) =>
    typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  const kept = Object.entries(metadata).filter(([, value]) => !isEmpty(value));
  return { ...template, metadata: Object.fromEntries(kept) };
}

/** What the store holds never changes, so a template's hash is computed once. */
const hashes = new WeakMap<object, string>();

/** The hash that tells pods of one template from those of another, as a label's value. */
export function templateHash(template: PodTemplate): string {
  const known = hashes.get(template);
  if (known !== undefined) return known;
  const hash = safeEncode(hashText(JSON.stringify(canonical(withoutEmptyMaps(template)))));
  hashes.set(template, hash);
  return hash;
}

/** A reference that makes `owner` the controller of an object. */
export function controllerReference(owner: KubeObject) {
  return {
    apiVersion: owner.apiVersion,
    kind: owner.kind,
    name: owner.metadata.name ?? '',
    uid: owner.metadata.uid ?? '',
    controller: true,
    blockOwnerDeletion: true,
  };
}

/** A new pod of a workload. */
export function podFromTemplate(
  template: PodTemplate,
  owner: KubeObject,
  pod: { name: string; labels: Record<string, string>; nodeName?: string },
): KubeObject {
  const spec = { restartPolicy: 'Always', terminationGracePeriodSeconds: 30, ...template.spec };
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: pod.name,
      generateName: `${owner.metadata.name}-`,
      namespace: owner.metadata.namespace,
      labels: { ...template.metadata?.labels, ...pod.labels },
      ...(template.metadata?.annotations && { annotations: template.metadata.annotations }),
      ownerReferences: [controllerReference(owner)],
    },
    spec: { ...spec, ...(pod.nodeName && { nodeName: pod.nodeName }) },
    status: { phase: 'Pending', qosClass: 'BestEffort' },
  };
}
