import type { AgentVersion } from './agent-version';
import { agentVersionOf, atLeast } from './agent-version';
import type { JsonNode } from './json-node';
import type { Feature, KubeProxyReplacementFeatures, NodePortFeature } from './kube-proxy-replacement';
import { isKubeProxyMode } from './kube-proxy-mode';
import type { StatusDraft } from './status-draft';

const base = 'kubeProxyReplacement';

/** Reads `kube-proxy-replacement` of `status -o json` (v1.7 to main). A missing boolean is false: Go leaves it out. */
export function readKubeProxyReplacementJSON(node: JsonNode, draft: StatusDraft): void {
  const kpr = draft.kubeProxyReplacement();
  draft.mark(base, node.line);
  const mode = node.get('mode');
  if (mode !== undefined) {
    kpr.mode = mode.text() ?? '';
    draft.mark(`${base}.mode`, mode.line);
    if (!isKubeProxyMode(kpr.mode)) draft.unparsed.add(mode.line, kpr.mode, 'a mode no known version has');
  }
  readDevices(node, draft);
  const features = node.get('features');
  if (features === undefined) return;
  draft.mark(`${base}.features`, features.line);
  kpr.features = readFeatures(features, draft);
}

function readDevices(node: JsonNode, draft: StatusDraft): void {
  const kpr = draft.kubeProxyReplacement();
  const list = node.get('deviceList');
  if (list !== undefined) {
    draft.mark(`${base}.deviceList`, list.line);
    kpr.deviceList = list.items().flatMap((device, index) => {
      const name = device.get('name')?.text();
      if (name === undefined) return [];
      draft.mark(`${base}.deviceList.${index}`, device.line);
      return [{ name, ip: device.get('ip')?.texts() ?? [] }];
    });
  }
  const direct = node.get('directRoutingDevice');
  const name = direct?.text();
  if (direct === undefined || name === undefined) return;
  kpr.directRoutingDevice = name;
  draft.mark(`${base}.directRoutingDevice`, direct.line);
}

/** Features that are nothing but on or off. */
const switches = [
  'socketLB',
  'socketLBTracing',
  'hostPort',
  'externalIPs',
  'sessionAffinity',
  'gracefulTermination',
] as const;

const others = ['nodePort', 'nat46X64', 'hostReachableServices', 'bpfSocketLBHostnsOnly', 'annotations'];

function readFeatures(node: JsonNode, draft: StatusDraft): KubeProxyReplacementFeatures {
  const features: KubeProxyReplacementFeatures = {};
  for (const key of switches) {
    const feature = node.get(key);
    if (feature !== undefined) features[key] = readFeature(feature, `${base}.features.${key}`, draft);
  }
  const nodePort = node.get('nodePort');
  if (nodePort !== undefined) features.nodePort = readNodePort(nodePort, draft);
  const nat = node.get('nat46X64');
  if (nat !== undefined) readNat46x64(nat, features, draft);
  const hostReachable = node.get('hostReachableServices');
  if (hostReachable !== undefined) {
    const protocols = hostReachable.get('protocols')?.texts() ?? [];
    const feature = readFeature(hostReachable, `${base}.features.hostReachableServices`, draft);
    features.hostReachableServices = protocols.length === 0 ? feature : { ...feature, protocols };
  }
  readHostNamespaceOnly(node, features, draft);
  readAnnotations(node, features, draft);
  for (const { key, value } of node.members()) {
    if (others.includes(key) || switches.some((known) => known === key)) continue;
    draft.unparsed.add(value.line, key, 'a feature no known version reports');
  }
  return features;
}

function readFeature(node: JsonNode, path: string, draft: StatusDraft): Feature {
  const enabled = node.get('enabled');
  draft.mark(path, node.line);
  draft.mark(`${path}.enabled`, enabled?.line ?? node.line);
  return { enabled: enabled?.isTrue() ?? false };
}

function readNodePort(node: JsonNode, draft: StatusDraft): NodePortFeature {
  const path = `${base}.features.nodePort`;
  const nodePort: NodePortFeature = readFeature(node, path, draft);
  for (const key of ['mode', 'dsrMode', 'algorithm', 'acceleration'] as const) {
    const value = node.get(key)?.text();
    if (value !== undefined) nodePort[key] = value;
  }
  for (const key of ['lutSize', 'portMin', 'portMax'] as const) {
    const value = node.get(key)?.number();
    if (value !== undefined) nodePort[key] = value;
  }
  for (const { key, value } of node.members()) draft.mark(`${path}.${key}`, value.line);
  return nodePort;
}

function readNat46x64(node: JsonNode, features: KubeProxyReplacementFeatures, draft: StatusDraft): void {
  const path = `${base}.features.nat46X64`;
  features.nat46X64 = readFeature(node, path, draft);
  const service = node.get('service');
  if (service !== undefined) features.nat46X64.service = readFeature(service, `${path}.service`, draft);
  const gateway = node.get('gateway');
  if (gateway === undefined) return;
  const prefixes = gateway.get('prefixes');
  const texts = prefixes?.texts() ?? [];
  features.nat46X64.gateway = readFeature(gateway, `${path}.gateway`, draft);
  if (prefixes === undefined || texts.length === 0) return;
  features.nat46X64.gateway.prefixes = texts;
  draft.mark(`${path}.gateway.prefixes`, prefixes.line);
}

/** The key is there only where true: missing means false where the version has it, and nothing before. */
function readHostNamespaceOnly(
  node: JsonNode,
  features: KubeProxyReplacementFeatures,
  draft: StatusDraft,
): void {
  const value = node.get('bpfSocketLBHostnsOnly');
  // Versions that name annotations (v1.17) have it, also where the build carries no version.
  const isReported =
    node.keys().includes('annotations') || reportsSocketLBCoverage(agentVersionOf(draft.status));
  if (value === undefined && !isReported) return;
  features.bpfSocketLBHostnsOnly = value?.isTrue() ?? false;
  draft.mark(`${base}.features.bpfSocketLBHostnsOnly`, value?.line ?? node.line);
}

/** v1.12.9, v1.13.2 and all from v1.14 on. */
function reportsSocketLBCoverage(version: AgentVersion | null): boolean {
  if (version === null) return false;
  if (atLeast(version, 14)) return true;
  if (atLeast(version, 13)) return atLeast(version, 13, 2);
  return atLeast(version, 12, 9);
}

/** `null` stands for an empty list (v1.17 and later); text prints `(n/a)` for it, before v1.17.3 nothing. */
function readAnnotations(node: JsonNode, features: KubeProxyReplacementFeatures, draft: StatusDraft): void {
  const member = node.members().find(({ key }) => key === 'annotations');
  if (member === undefined) return;
  features.annotations = member.value.texts();
  draft.mark(`${base}.features.annotations`, member.value.line);
  for (const [index, item] of member.value.items().entries()) {
    draft.mark(`${base}.features.annotations.${index}`, item.line);
  }
}
