import type { KindTypes } from '../api-server/kube-object';

type Node = KindTypes['Node'];
type PodSpec = NonNullable<KindTypes['Pod']['spec']>;
type Toleration = NonNullable<PodSpec['tolerations']>[number];
type Taint = NonNullable<NonNullable<Node['spec']>['taints']>[number];

function tolerates(toleration: Toleration, taint: Taint): boolean {
  if (toleration.effect && toleration.effect !== taint.effect) return false;
  if (!toleration.key) return toleration.operator === 'Exists';
  if (toleration.key !== taint.key) return false;
  return toleration.operator === 'Exists' || (toleration.value ?? '') === (taint.value ?? '');
}

/** Whether a node's labels and taints let a pod onto it. */
export function fitsNode(spec: PodSpec | undefined, node: Node): boolean {
  const labels = node.metadata.labels ?? {};
  const selector = Object.entries(spec?.nodeSelector ?? {});
  if (!selector.every(([key, value]) => labels[key] === value)) return false;
  const taints = (node.spec?.taints ?? []).filter(({ effect }) => effect !== 'PreferNoSchedule');
  return taints.every((taint) => spec?.tolerations?.some((toleration) => tolerates(toleration, taint)));
}

/** The host ports of a pod, as `80/TCP`. */
export function hostPortsOf(spec: PodSpec | undefined): string[] {
  return (spec?.containers ?? []).flatMap((container) =>
    (container.ports ?? [])
      .map((port) => ({ hostPort: port.hostPort ?? (spec?.hostNetwork ? port.containerPort : 0), port }))
      .filter(({ hostPort }) => hostPort !== 0)
      .map(({ hostPort, port }) => `${hostPort}/${port.protocol ?? 'TCP'}`),
  );
}
