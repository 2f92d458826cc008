import { formatGoDuration } from '../go/duration';
import { formatGoTime } from '../go/time';
import type { ClusterHealth, NodeHealth } from '../status/health-model';
import { httpTimeout, pingTimeout } from '../status/probe-failure';

/** `models.ConnectivityStatus`: without a `status` the probe was answered, after `latency` nanoseconds. */
type ConnectivityStatusModel = { lastProbed: string; latency?: number; status?: string };

type PathStatusModel = { ip: string; icmp: ConnectivityStatusModel; http: ConnectivityStatusModel };

type AddressesModel = { 'primary-address': PathStatusModel; 'secondary-addresses': null };

/** `models.HealthStatusResponse` of the health daemon's API. */
export type HealthStatusResponse = {
  local: { name: string };
  nodes: { name: string; host: AddressesModel; 'health-endpoint': AddressesModel }[];
  timestamp: string;
  probeInterval: string;
};

function addresses(ip: string, ok: boolean, icmpNs: number, httpNs: number, probed: string): AddressesModel {
  const result = (latency: number, failure: string): ConnectivityStatusModel =>
    ok ? { lastProbed: probed, latency } : { lastProbed: probed, status: failure };
  return {
    'primary-address': { ip, icmp: result(icmpNs, pingTimeout), http: result(httpNs, httpTimeout(ip)) },
    'secondary-addresses': null,
  };
}

function nodeStatus(node: NodeHealth, probed: string): HealthStatusResponse['nodes'][number] {
  const { name, ip, healthIP, nodeReachable, endpointReachable, rttNs } = node;
  return {
    name,
    host: addresses(ip, nodeReachable, rttNs.nodeIcmp, rttNs.nodeHttp, probed),
    'health-endpoint': addresses(healthIP, endpointReachable, rttNs.endpointIcmp, rttNs.endpointHttp, probed),
  };
}

/** Gives what the health daemon answers to `GET /status` (pkg/health/server, v1.16 to v1.20). */
export function healthResponse({ nodes, probedAtMs, intervalNs }: ClusterHealth): HealthStatusResponse {
  const probed = formatGoTime(probedAtMs);
  return {
    local: { name: nodes.find(({ local }) => local)?.name ?? '' },
    nodes: nodes.map((node) => nodeStatus(node, probed)),
    timestamp: probed,
    probeInterval: formatGoDuration(intervalNs),
  };
}
