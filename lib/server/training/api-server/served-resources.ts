import type { KindTypes, KubeObject } from './kube-object';
import { allResources, type Resource } from './resource-table';

/** The minor version of the agents' image, e.g. 16; undefined without agents or with an image without version. */
export function agentMinor(objects: readonly KubeObject[]): number | undefined {
  for (const object of objects) {
    if (object.kind !== 'DaemonSet') continue;
    // Just seen to be a DaemonSet.
    const containers = (object as KindTypes['DaemonSet']).spec?.template.spec?.containers ?? [];
    const image = containers.find(({ name }) => name === 'cilium-agent')?.image ?? '';
    const minor = /:v?1\.(\d+)/.exec(image)?.[1];
    if (minor !== undefined) return Number(minor);
  }
  return undefined;
}

/**
 * The resources that a cluster with these objects serves. CiliumNodeConfig is `v2alpha1` from Cilium 1.13 to
 * 1.19 and `v2` from 1.16 (pkg/k8s/apis/cilium.io, of each version).
 */
export function servedResources(objects: readonly KubeObject[]): readonly Resource[] {
  const minor = agentMinor(objects);
  if (minor === undefined) return allResources;
  return allResources.filter(({ kind, version }) => {
    if (kind !== 'CiliumNodeConfig') return true;
    return version === 'v2' ? minor >= 16 : minor >= 13 && minor <= 19;
  });
}
