import type { KindTypes } from '../../agent-contract';
import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import { formatGoDuration } from '../go/duration';
import type { NodeFacts } from '../node-facts';
import type { StatusResponse } from '../output/status-response';
import { releaseOf } from '../release';
import type { AgentSettings } from '@/lib/cilium/settings/agent-settings';
import { directRoutingDevice, selectedDevices } from '@/lib/cilium/settings/devices';
import { bpfMaps } from './bpf-maps';
import { controllers } from './controllers';
import type { AgentEndpoint } from './endpoints';
import { kprStatus } from './kpr-status';
import { kubernetesMessage, watchedAPIs } from './kubernetes-status';

/** What an agent's status is made of. */
export type AgentState = {
  version: CiliumVersion;
  settings: AgentSettings;
  facts: NodeFacts;
  node: KindTypes['Node'] | undefined;
  nodeName: string;
  kubernetesVersion: string;
  endpoints: readonly AgentEndpoint[];
  startedAtMs: number;
  nowMs: number;
};

/** True where BPF programs forward from the device to the pod, past the host's stack (rule E12). */
export function usesBPFHostRouting({ settings, facts, version }: AgentState): boolean {
  const { major, minor } = facts.kernel;
  const masquerades = settings.bpfMasquerade || (!settings.masqueradeIPv4 && !settings.masqueradeIPv6);
  const recent = major > 5 || (major === 5 && minor >= 10);
  return settings.fullKpr && masquerades && !settings.legacyHostRouting && (recent || atLeast(version, 18));
}

function ipam({ settings, facts, node, endpoints }: AgentState): StatusResponse['ipam'] {
  const { ipv4, ipv6 } = settings.loadBalancing;
  const allocations: Record<string, string> = {};
  for (const ip of facts.routerIPs) allocations[ip] = 'router';
  for (const { kind, owner, ips } of endpoints) {
    for (const ip of ips) allocations[ip] = kind === 'health' ? 'health' : owner;
  }
  const ips = Object.keys(allocations);
  const v4 = ips.filter((ip) => !ip.includes(':'));
  const v6 = ips.filter((ip) => ip.includes(':'));
  const cidr4 = (node?.spec?.podCIDRs ?? []).find((cidr) => !cidr.includes(':'));
  const cidr6 = (node?.spec?.podCIDRs ?? []).find((cidr) => cidr.includes(':'));
  const room = facts.ipamCapacity ?? 2 ** (32 - Number(cidr4?.split('/')[1] ?? 24)) - 2;
  const room6 = String(2n ** (128n - BigInt(cidr6?.split('/')[1] ?? 64)) - 2n);
  const from = cidr4 === undefined ? '' : ` from ${cidr4}`;
  const status4 = ipv4 ? `IPv4: ${v4.length}/${room} allocated${from}, ` : '';
  const status6 = ipv6 ? `IPv6: ${v6.length}/${room6} allocated from ${cidr6 ?? ''}` : '';
  return {
    ...(ips.length > 0 ? { allocations } : {}),
    ipv4: v4.length > 0 ? v4 : null,
    ipv6: v6.length > 0 ? v6 : null,
    status: status4 + status6,
  };
}

function hubble(state: AgentState): Pick<StatusResponse, 'hubble' | 'hubble-metrics'> {
  const { settings, facts, version, startedAtMs, nowMs } = state;
  const metrics = { state: settings.hubbleMetrics ? 'Ok' : 'Disabled' };
  const apart = atLeast(version, 18);
  if (!settings.hubble) {
    return {
      hubble: { state: 'Disabled', ...(apart ? {} : { metrics }) },
      ...(apart ? { 'hubble-metrics': metrics } : {}),
    };
  }
  const uptimeMs = Math.max(0, nowMs - startedAtMs);
  const seen = Math.floor((uptimeMs / 1000) * facts.hubbleFlowsPerSecond);
  const observer = {
    ...(seen === 0 ? {} : { 'current-flows': Math.min(seen, 4095), 'seen-flows': seen }),
    'max-flows': 4095,
    uptime: formatGoDuration(uptimeMs * 1e6),
  };
  return {
    hubble: { state: 'Ok', observer, ...(apart ? {} : { metrics }) },
    ...(apart ? { 'hubble-metrics': metrics } : {}),
  };
}

function datapath(state: AgentState): Partial<StatusResponse> {
  const { settings, facts, version } = state;
  const bpfHost = usesBPFHostRouting(state) ? 'BPF' : 'Legacy';
  const tunnel = settings.routingMode === 'tunnel';
  const { major, minor } = facts.kernel;
  const bigTcp = atLeast(version, 16) ? { maxGRO: 65536, maxGSO: 65536 } : {};
  if (!atLeast(version, 16))
    return {
      'host-routing': { mode: bpfHost },
      ...(atLeast(version, 13) ? { 'ipv6-big-tcp': {} } : {}),
      ...(atLeast(version, 14) ? { 'ipv4-big-tcp': {} } : {}),
    };
  return {
    'attach-mode': major > 6 || (major === 6 && minor >= 6) ? 'tcx' : 'tc',
    'datapath-mode': 'veth',
    ...(atLeast(version, 20) ? { 'configured-datapath-mode': 'veth' } : {}),
    'ipv4-big-tcp': bigTcp,
    'ipv6-big-tcp': bigTcp,
    routing: {
      'inter-host-routing-mode': tunnel ? 'Tunnel' : 'Native',
      'intra-host-routing-mode': bpfHost,
      ...(tunnel ? { 'tunnel-protocol': settings.tunnelProtocol } : {}),
    },
  };
}

function masquerading({ settings, node }: AgentState): StatusResponse['masquerading'] {
  const { masqueradeIPv4: ipv4, masqueradeIPv6: ipv6, bpfMasquerade } = settings;
  const podCIDR = (isWanted: (range: string) => boolean): string =>
    (node?.spec?.podCIDRs ?? []).find(isWanted) ?? '';
  const on = ipv4 || ipv6;
  const { loadBalancing } = settings;
  const cidr4 =
    on && loadBalancing.ipv4 ? settings.nativeRoutingCIDR || podCIDR((range) => !range.includes(':')) : '';
  const cidr6 =
    on && loadBalancing.ipv6 ? settings.nativeRoutingCIDRv6 || podCIDR((range) => range.includes(':')) : '';
  return {
    ...(ipv4 || ipv6 ? { enabled: true } : {}),
    enabledProtocols: { ...(ipv4 ? { ipv4 } : {}), ...(ipv6 ? { ipv6 } : {}) },
    ...(ipv4 || ipv6 ? { mode: bpfMasquerade ? 'BPF' : 'iptables' } : {}),
    // Reported for iptables too, and under the old name beside the new one.
    ...(cidr4 === '' ? {} : { 'snat-exclusion-cidr': cidr4, 'snat-exclusion-cidr-v4': cidr4 }),
    ...(cidr6 === '' ? {} : { 'snat-exclusion-cidr-v6': cidr6 }),
  };
}

/** Builds what `GET /healthz` answers: the state of an agent that runs well. */
export function agentStatus(state: AgentState): StatusResponse {
  const { version, settings, facts, node, nodeName, startedAtMs, nowMs } = state;
  const nodeIPs = (node?.status?.addresses ?? []).map(({ address }) => address);
  const selected = selectedDevices(facts.devices, settings);
  const { revision } = releaseOf(version);
  const cni = settings.writesCniFile
    ? {
        state: 'Ok',
        msg: 'successfully wrote CNI configuration file to /host/etc/cni/net.d/05-cilium.conflist',
      }
    : { state: 'Disabled', msg: 'CNI configuration file management disabled' };
  return {
    ...(atLeast(version, 17)
      ? { 'auth-certificate-provider': { state: 'Disabled' }, kvstore: { state: 'Disabled' } }
      : { kvstore: { state: 'Ok', msg: 'Disabled' } }),
    'bandwidth-manager': { devices: null },
    'bpf-maps': bpfMaps(version, facts.cpus, facts.memoryBytes, settings.lbMapMax),
    cilium: { state: 'Ok', msg: `${version.text} (v${version.text}-${revision})` },
    'clock-source': atLeast(version, 14) ? { mode: 'ktime' } : { mode: 'jiffies', hertz: 250 },
    cluster: { ciliumHealth: { state: 'Ok' }, nodes: null, self: `${settings.clusterName}/${nodeName}` },
    'cni-chaining': { mode: 'none' },
    'cni-file': cni,
    controllers: controllers(settings, version, state.endpoints, startedAtMs, nowMs, nodeName),
    encryption: { mode: 'Disabled' },
    'host-firewall': {
      devices: atLeast(version, 18) ? selected.map(({ name }) => name) : null,
      mode: 'Disabled',
    },
    ...hubble(state),
    'identity-range': { 'max-identity': 65535, 'min-identity': 256 },
    ipam: ipam(state),
    ...datapath(state),
    'kube-proxy-replacement': kprStatus(
      settings,
      version,
      selected,
      directRoutingDevice(selected, settings, nodeIPs),
    ),
    kubernetes: {
      'k8s-api-versions': watchedAPIs(version),
      msg: kubernetesMessage(state.kubernetesVersion),
      state: 'Ok',
    },
    masquerading: masquerading(state),
    ...(settings.hubble ? { nodeMonitor: { cpus: facts.cpus, npages: 64, pagesize: 4096 } } : {}),
    proxy: {
      ...(atLeast(version, 14)
        ? { 'envoy-deployment-mode': settings.externalEnvoy ? 'external' : 'embedded' }
        : {}),
      ip: facts.routerIPs[0] ?? '',
      'port-range': '10000-20000',
      redirects: null,
    },
    ...(atLeast(version, 15) ? { srv6: { srv6EncapMode: 'reduced' } } : {}),
  };
}
