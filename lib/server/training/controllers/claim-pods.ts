import type { KindTypes, KubeObject } from '../api-server/kube-object';
import { resourceOfKind } from '../api-server/resource-table';
import { labelSelectorMatcher, type LabelSelector } from '../api-server/selectors';
import type { ControllerContext } from './controller-context';
import { controllerReference } from './pod-template';

type Pod = KindTypes['Pod'];

/** The pods of a workload: those it owns, and after adopting them those that match and belong to nobody. */
export function claimPods(
  { store, pods }: ControllerContext,
  owner: KubeObject & { spec?: { selector?: LabelSelector } },
): Pod[] {
  const selector = owner.spec?.selector ?? {};
  const matches = labelSelectorMatcher(selector);
  const orphans = pods
    .withLabels(owner.metadata.namespace ?? '', selector.matchLabels ?? {})
    .filter(({ metadata }) => !metadata.ownerReferences?.length && matches(metadata.labels));
  for (const pod of orphans) {
    const metadata = { ...pod.metadata, ownerReferences: [controllerReference(owner)] };
    store.update(resourceOfKind('Pod'), { ...pod, metadata });
  }
  return pods.ownedBy(owner.metadata.uid);
}
