import { parseDevices } from './kube-proxy-devices';
import { parseFeatureList } from './kube-proxy-feature-list';
import { isKubeProxyMode } from './kube-proxy-mode';
import { bracketed, splitFirstWord } from './status-cells';
import type { StatusDraft } from './status-draft';

/**
 * Reads the short line `KubeProxyReplacement:   True   [eth0  192.0.2.11 (Direct Routing)]` (v1.7 to main).
 * @returns false where it is not understood.
 */
export function readKubeProxyReplacementLine(value: string, draft: StatusDraft, line: number): boolean {
  const { word: mode, rest } = splitFirstWord(value);
  if (!isKubeProxyMode(mode) || (rest !== '' && !(rest.startsWith('[') && rest.endsWith(']')))) return false;
  const kpr = draft.kubeProxyReplacement();
  kpr.mode = mode;
  draft.mark('kubeProxyReplacement', line);
  draft.mark('kubeProxyReplacement.mode', line);
  for (const group of bracketed(rest)) {
    const features = parseFeatureList(group);
    if (features !== null) {
      kpr.features = features;
      draft.mark('kubeProxyReplacement.features', line, features);
      continue;
    }
    Object.assign(kpr, parseDevices(group));
    draft.mark('kubeProxyReplacement.deviceList', line, kpr.deviceList);
    if (kpr.directRoutingDevice !== undefined) draft.mark('kubeProxyReplacement.directRoutingDevice', line);
  }
  return true;
}
