/** The minor version: `v1.27.3-eks-a5565ad` → 27; 0 for a text that is no version. */
export function minorVersion(kubernetesVersion: string): number {
  return Number(/^v?1\.(\d+)/.exec(kubernetesVersion)?.[1] ?? 0);
}
