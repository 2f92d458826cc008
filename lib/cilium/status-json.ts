import type { AgentStatus } from './agent-status';
import type { ComponentStatus } from './component-status';
import type { JsonNode } from './json-node';
import { countLines } from './json-elements';
import { parseJsonDocument } from './json-node';
import { jsonStart } from './output-shape';
import { StatusDraft } from './status-draft';
import {
  bigTCPJsonReader,
  readAttachModeJSON,
  readBandwidthManagerJSON,
  readClockSourceJSON,
  readConfiguredModeJSON,
  readDatapathModeJSON,
  readHostFirewallJSON,
  readHostRoutingJSON,
  readMasqueradingJSON,
  readRoutingJSON,
  readSRv6JSON,
} from './status-json-datapath';
import { readKubeProxyReplacementJSON } from './status-json-kpr';
import type { JsonReader } from './status-json-reader';
import {
  readClusterMeshJSON,
  readControllersJSON,
  readEncryptionJSON,
  readHubbleJSON,
  readHubbleMetricsJSON,
  readIdentityRangeJSON,
  readIpamJSON,
  readNodeMonitorJSON,
  readProxyJSON,
} from './status-json-services';
import { cutOffReason } from './unparsed-lines';

function readComponent(node: JsonNode): ComponentStatus {
  const state = node.get('state')?.text() ?? '';
  const msg = node.get('msg')?.text()?.trim();
  return msg === undefined || msg === '' ? { state } : { state, msg };
}

function componentJsonReader(
  key: 'kvstore' | 'containerRuntime' | 'cilium' | 'authCertificateProvider',
): JsonReader {
  return (node, draft) => {
    draft.status[key] = readComponent(node);
    draft.mark(key, node.line);
    draft.mark(`${key}.state`, node.get('state')?.line ?? node.line);
    draft.mark(`${key}.msg`, node.get('msg')?.line ?? node.line);
  };
}

const readKubernetesJSON: JsonReader = (node, draft) => {
  const apis = node.get('k8s-api-versions');
  draft.status.kubernetes = readComponent(node);
  draft.mark('kubernetes', node.line, draft.status.kubernetes);
  if (apis === undefined || draft.status.kubernetes.state === 'Disabled') return;
  draft.status.kubernetes.apis = apis.texts().sort();
  draft.mark('kubernetes.apis', apis.line);
};

const readClusterJSON: JsonReader = (node, draft) => {
  const health = node.get('ciliumHealth');
  if (health === undefined) return;
  draft.status.healthDaemon = readComponent(health);
  draft.mark('healthDaemon', health.line, draft.status.healthDaemon);
};

const readCniChainingJSON: JsonReader = (node, draft) => {
  const mode = node.get('mode')?.text();
  if (mode === undefined) return;
  draft.status.cniChaining = { mode };
  draft.mark('cniChaining', node.line, draft.status.cniChaining);
};

const readCniFileJSON: JsonReader = (node, draft) => {
  draft.status.cniFile = { state: node.get('state')?.text(), msg: node.get('msg')?.text()?.trim() ?? '' };
  draft.mark('cniFile', node.line, draft.status.cniFile);
};

const readStaleJSON: JsonReader = (node, draft) => {
  draft.status.stale = Object.fromEntries(node.members().map(({ key, value }) => [key, value.text() ?? '']));
  draft.mark('stale', node.line, draft.status.stale);
};

const readBpfMapsJSON: JsonReader = (node, draft) => {
  const ratio = node.get('dynamic-size-ratio')?.number();
  if (ratio !== undefined && ratio > 0 && ratio <= 1) {
    draft.status.bpfMapsDynamicSizeRatio = ratio;
    draft.mark('bpfMapsDynamicSizeRatio', node.get('dynamic-size-ratio')?.line ?? node.line);
  }
  draft.mark('bpfMaps', node.line);
  draft.status.bpfMaps = (node.get('maps')?.items() ?? []).map((map, index) => {
    draft.mark(`bpfMaps.${index}`, map.line);
    return { name: map.get('name')?.text() ?? '', size: map.get('size')?.number() ?? 0 };
  });
};

/** How each key of `status -o json` is read (v1.7 to main). */
const readers: ReadonlyMap<string, JsonReader> = new Map<string, JsonReader>([
  ['attach-mode', readAttachModeJSON],
  ['auth-certificate-provider', componentJsonReader('authCertificateProvider')],
  ['bandwidth-manager', readBandwidthManagerJSON],
  ['bpf-maps', readBpfMapsJSON],
  ['cilium', componentJsonReader('cilium')],
  ['clock-source', readClockSourceJSON],
  ['cluster', readClusterJSON],
  ['cluster-mesh', readClusterMeshJSON],
  ['cni-chaining', readCniChainingJSON],
  ['cni-file', readCniFileJSON],
  ['configured-datapath-mode', readConfiguredModeJSON],
  ['container-runtime', componentJsonReader('containerRuntime')],
  ['controllers', readControllersJSON],
  ['datapath-mode', readDatapathModeJSON],
  ['encryption', readEncryptionJSON],
  ['host-firewall', readHostFirewallJSON],
  ['host-routing', readHostRoutingJSON],
  ['hubble', readHubbleJSON],
  ['hubble-metrics', readHubbleMetricsJSON],
  ['identity-range', readIdentityRangeJSON],
  ['ipam', readIpamJSON],
  ['ipv4-big-tcp', bigTCPJsonReader('ipv4BigTCP')],
  ['ipv6-big-tcp', bigTCPJsonReader('ipv6BigTCP')],
  ['kube-proxy-replacement', readKubeProxyReplacementJSON],
  ['kubernetes', readKubernetesJSON],
  ['kvstore', componentJsonReader('kvstore')],
  ['masquerading', readMasqueradingJSON],
  ['nodeMonitor', readNodeMonitorJSON],
  ['proxy', readProxyJSON],
  ['routing', readRoutingJSON],
  ['srv6', readSRv6JSON],
  ['stale', readStaleJSON],
]);

/** Reads `cilium status -o json` (v1.7 to main), as far as the text goes. Linear; never throws. */
export function parseStatusJSON(text: string): AgentStatus {
  const draft = new StatusDraft();
  const { root, problem } = parseJsonDocument(text, Math.max(0, jsonStart(text)));
  if (problem === 'too-deep' || (root !== null && !root.isObject)) {
    draft.unparsed.add(1, text, 'JSON, but no status of an agent');
    return draft.status;
  }
  // The version tells which booleans are false where they are missing.
  const cilium = root?.get('cilium');
  if (cilium !== undefined) componentJsonReader('cilium')(cilium, draft);
  for (const { key, value } of root?.members() ?? []) {
    const read = readers.get(key);
    if (read === undefined)
      draft.unparsed.add(value.line, key, 'a part of the status no known version reports');
    else if (!value.isNull) read(value, draft);
  }
  if (problem !== null) {
    const end = text.trimEnd();
    const lastLine = end.slice(end.lastIndexOf('\n') + 1);
    const reason = problem === 'cut-off' ? cutOffReason : 'the JSON is broken here or before';
    draft.unparsed.add(countLines(end, 0, end.length), lastLine, reason);
  }
  return draft.status;
}
