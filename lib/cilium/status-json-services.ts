import type { EncryptionStatus, HubbleStatus, ProxyStatus } from './agent-services-status';
import type { RemoteCluster } from './cluster-mesh-status';
import type { ControllerStatus } from './controller-status';
import { parseGoDurationSeconds } from './go-duration';
import type { JsonNode } from './json-node';
import type { JsonReader } from './status-json-reader';
import { trimIpamStatus } from './status-text-services';

/** `nodeMonitor`: missing where the monitor is off. */
export const readNodeMonitorJSON: JsonReader = (node, draft) => {
  draft.status.nodeMonitor = {
    enabled: true,
    cpus: node.get('cpus')?.number(),
    pages: node.get('npages')?.number(),
    pageSizeBytes: node.get('pagesize')?.number(),
  };
  const lost = node.get('lost')?.number();
  const unknown = node.get('unknown')?.number();
  if (lost !== undefined || unknown !== undefined) {
    Object.assign(draft.status.nodeMonitor, { lost: lost ?? 0, unknown: unknown ?? 0 });
  }
  draft.mark('nodeMonitor', node.line, draft.status.nodeMonitor);
};

/** `ipam`. */
export const readIpamJSON: JsonReader = (node, draft) => {
  const allocations: Record<string, string> = {};
  for (const { key, value } of node.get('allocations')?.members() ?? []) {
    allocations[key] = value.text() ?? '';
    draft.mark(`ipam.allocations.${key}`, value.line);
  }
  draft.status.ipam = { status: trimIpamStatus(node.get('status')?.text() ?? ''), allocations };
  draft.mark('ipam', node.line);
  draft.mark('ipam.status', node.get('status')?.line ?? node.line);
};

/** `proxy`. */
export const readProxyJSON: JsonReader = (node, draft) => {
  const proxy: ProxyStatus = { enabled: true, redirectCount: node.get('total-redirects')?.number() ?? 0 };
  const ip = node.get('ip')?.text();
  const portRange = node.get('port-range')?.text();
  const envoy = node.get('envoy-deployment-mode')?.text();
  if (ip !== undefined) proxy.ip = ip;
  if (portRange !== undefined) proxy.portRange = portRange;
  if (envoy !== undefined) proxy.envoy = envoy;
  const redirects = (node.get('redirects')?.items() ?? [])
    .map((redirect) => ({
      proxy: redirect.get('proxy')?.text() ?? '',
      name: redirect.get('name')?.text() ?? '',
      port: redirect.get('proxy-port')?.number() ?? 0,
    }))
    .sort((a, b) => compareTexts(a.proxy, b.proxy) || compareTexts(a.name, b.name));
  if (redirects.length > 0) proxy.redirects = redirects;
  draft.status.proxy = proxy;
  draft.mark('proxy', node.line, proxy);
};

/** `identity-range` (v1.12 and later). */
export const readIdentityRangeJSON: JsonReader = (node, draft) => {
  draft.status.identityRange = {
    min: node.get('min-identity')?.number() ?? 0,
    max: node.get('max-identity')?.number() ?? 0,
  };
  draft.mark('identityRange', node.line, draft.status.identityRange);
};

/** `hubble`; the rate is that of the whole uptime, with two digits as in text. */
export const readHubbleJSON: JsonReader = (node, draft) => {
  const hubble: HubbleStatus = { ...draft.status.hubble, state: node.get('state')?.text() ?? '' };
  const msg = node.get('msg')?.text();
  const observer = node.get('observer');
  const maxFlows = observer?.get('max-flows')?.number() ?? 0;
  const uptimeSeconds = parseGoDurationSeconds(observer?.get('uptime')?.text() ?? '') ?? 0;
  const metrics = node.get('metrics')?.get('state')?.text();
  if (msg !== undefined) hubble.msg = msg;
  if (maxFlows > 0) {
    hubble.currentFlows = observer?.get('current-flows')?.number() ?? 0;
    hubble.maxFlows = maxFlows;
  }
  if (uptimeSeconds > 0) {
    const seenFlows = observer?.get('seen-flows')?.number() ?? 0;
    hubble.flowsPerSecond = Number((seenFlows / uptimeSeconds).toFixed(2));
  }
  if (metrics !== undefined) hubble.metrics = metrics;
  draft.status.hubble = hubble;
  draft.mark('hubble', node.line, hubble);
};

/** `hubble-metrics`: a key of its own since v1.18. */
export const readHubbleMetricsJSON: JsonReader = (node, draft) => {
  const metrics = node.get('state')?.text();
  if (metrics === undefined) return;
  draft.status.hubble = { state: '', ...draft.status.hubble, metrics };
  draft.mark('hubble.metrics', node.line);
};

/** `encryption`. */
export const readEncryptionJSON: JsonReader = (node, draft) => {
  const encryption: EncryptionStatus = { mode: node.get('mode')?.text() ?? '' };
  const msg = node.get('msg')?.text();
  const wireguard = node.get('wireguard');
  if (msg !== undefined) encryption.msg = msg;
  else if (wireguard !== undefined) {
    const nodeEncryption = wireguard.get('node-encryption')?.text();
    if (nodeEncryption !== undefined) encryption.nodeEncryption = nodeEncryption;
    encryption.interfaces = (wireguard.get('interfaces')?.items() ?? []).map((item) => ({
      name: item.get('name')?.text() ?? '',
      publicKey: item.get('public-key')?.text() ?? '',
      listenPort: item.get('listen-port')?.number() ?? 0,
      peerCount: item.get('peer-count')?.number() ?? 0,
    }));
  }
  draft.status.encryption = encryption;
  draft.mark('encryption', node.line, encryption);
};

/** `cluster-mesh`. */
export const readClusterMeshJSON: JsonReader = (node, draft) => {
  const clusters = (node.get('clusters')?.items() ?? []).map(readRemoteCluster);
  draft.status.clusterMesh = { ready: clusters.filter(({ ready }) => ready).length, total: clusters.length };
  const globalServices = node.get('num-global-services')?.number();
  if (globalServices !== undefined) draft.status.clusterMesh.globalServices = globalServices;
  if (clusters.length > 0) draft.status.clusterMesh.clusters = clusters;
  draft.mark('clusterMesh', node.line, draft.status.clusterMesh);
};

function readRemoteCluster(node: JsonNode): RemoteCluster {
  const cluster: RemoteCluster = {
    name: node.get('name')?.text() ?? '',
    ready: node.get('ready')?.isTrue() ?? false,
    nodes: node.get('num-nodes')?.number() ?? 0,
    endpoints: node.get('num-endpoints')?.number() ?? 0,
    identities: node.get('num-identities')?.number() ?? 0,
    services: node.get('num-shared-services')?.number() ?? 0,
    failures: node.get('num-failures')?.number() ?? 0,
  };
  const status = node.get('status')?.text();
  if (status !== undefined) cluster.status = status;
  return cluster;
}

/** `controllers`, in the order of text; those without a status are counted as healthy, as there. */
export const readControllersJSON: JsonReader = (node, draft) => {
  const all = node.items();
  const items = all
    .flatMap((controller) => {
      const status = controller.get('status');
      return status === undefined
        ? []
        : [{ item: readController(controller, status), line: controller.line }];
    })
    .sort((a, b) => compareTexts(a.item.name, b.item.name));
  for (const [index, { line }] of items.entries()) draft.mark(`controllers.items.${index}`, line);
  const failing = items.filter(({ item }) => item.consecutiveFailures > 0).length;
  draft.status.controllers = {
    healthy: all.length - failing,
    total: all.length,
    items: items.map(({ item }) => item),
  };
  draft.mark('controllers', node.line);
};

function readController(controller: JsonNode, status: JsonNode): ControllerStatus {
  const message = status.get('last-failure-msg')?.text();
  return {
    name: controller.get('name')?.text() ?? '',
    consecutiveFailures: status.get('consecutive-failure-count')?.number() ?? 0,
    ...(message === undefined ? {} : { message }),
    lastSuccessTimestamp: timestamp(status.get('last-success-timestamp')),
    lastFailureTimestamp: timestamp(status.get('last-failure-timestamp')),
  };
}

/** The order of Go's `sort.Strings`, which text uses. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Go writes its zero time for never. */
function timestamp(node: JsonNode | undefined): string | null {
  const text = node?.text();
  return text === undefined || text.startsWith('0001-01-01') ? null : text;
}
