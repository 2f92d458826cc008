/**
 * Every mode that `KubeProxyReplacement:` was ever printed with:
 * Strict, Partial, Probe (to v1.12) and Disabled to v1.15; True and False since v1.14.
 */
export const kubeProxyModes: readonly string[] = ['Strict', 'Partial', 'Probe', 'Disabled', 'True', 'False'];

/** True for a mode some version prints. */
export function isKubeProxyMode(mode: string): boolean {
  return kubeProxyModes.includes(mode);
}
