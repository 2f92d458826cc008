import type { KubeProxyReplacementFeatures } from './kube-proxy-replacement';

const featureNames: readonly string[] = [
  'NodePort',
  'HostPort',
  'ExternalIPs',
  'SessionAffinity',
  'HostReachableServices',
  'HostReachableServicesTCP',
  'HostReachableServicesUDP',
];

/**
 * Reads `NodePort (SNAT, 30000-32767, XDP: DISABLED), HostPort, ExternalIPs`: the list of features that the short
 * line of v1.7 and v1.8 has in place of devices, or after them. What it does not name is off.
 * @returns null for a list of devices, or of anything else.
 */
export function parseFeatureList(text: string): KubeProxyReplacementFeatures | null {
  const items = splitOutsideParentheses(text);
  if (items.length === 0) return null;
  const features: KubeProxyReplacementFeatures = {};
  const protocols: string[] = [];
  for (const item of items) {
    const open = item.indexOf('(');
    const name = (open < 0 ? item : item.slice(0, open)).trim();
    if (!featureNames.includes(name)) return null;
    const details =
      open < 0
        ? []
        : item
            .slice(open + 1, item.lastIndexOf(')'))
            .split(',')
            .map((detail) => detail.trim());
    if (name === 'NodePort') features.nodePort = readNodePort(details);
    else if (name === 'HostPort') features.hostPort = { enabled: true };
    else if (name === 'ExternalIPs') features.externalIPs = { enabled: true };
    else if (name === 'SessionAffinity') features.sessionAffinity = { enabled: true };
    else protocols.push(...(name === 'HostReachableServices' ? details : [name.slice(-3)]));
  }
  if (protocols.length > 0) features.hostReachableServices = { enabled: true, protocols };
  return features;
}

function readNodePort(details: readonly string[]): NonNullable<KubeProxyReplacementFeatures['nodePort']> {
  const nodePort: NonNullable<KubeProxyReplacementFeatures['nodePort']> = { enabled: true };
  for (const detail of details) {
    const range = /^(\d{1,5})-(\d{1,5})$/.exec(detail);
    if (range !== null) {
      nodePort.portMin = Number(range[1]);
      nodePort.portMax = Number(range[2]);
    } else if (detail.startsWith('XDP:')) {
      nodePort.acceleration = capitalised(detail.slice('XDP:'.length).trim());
    } else {
      nodePort.mode = detail === 'HYBRID' ? 'Hybrid' : detail;
    }
  }
  return nodePort;
}

/** v1.8 prints `NATIVE` where later versions print `Native`. */
function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
}

function splitOutsideParentheses(text: string): string[] {
  const items: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const character = text.charAt(at);
    if (character === '(') depth += 1;
    else if (character === ')') depth -= 1;
    else if (at === text.length || (character === ',' && depth <= 0)) {
      const item = text.slice(start, at).trim();
      if (item !== '') items.push(item);
      start = at + 1;
    }
  }
  return items;
}
