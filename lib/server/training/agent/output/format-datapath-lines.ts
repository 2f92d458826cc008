import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import type { BigTcpModel, StatusResponse } from './status-response';

function bigTcp(model: BigTcpModel): string {
  if (model.enabled !== true) return 'Disabled';
  const { maxGRO = 0, maxGSO = 0 } = model;
  return `Enabled\t[${maxGRO === maxGSO ? maxGSO : `${maxGRO}, ${maxGSO}`}]`;
}

function bandwidthManager(
  model: NonNullable<StatusResponse['bandwidth-manager']>,
  version: CiliumVersion,
): string {
  if (model.enabled !== true) return 'Disabled';
  const devices = `[${(model.devices ?? []).join(', ')}]`;
  return atLeast(version, 12)
    ? `EDT with BPF [${(model.congestionControl ?? '').toUpperCase()}] ${devices}`
    : `EDT with BPF\t${devices}`;
}

function masquerading(response: StatusResponse, version: CiliumVersion): string {
  const model = response.masquerading ?? {};
  const onOff = (on: boolean | undefined): string => (on === true ? 'Enabled' : 'Disabled');
  const protocols = model.enabledProtocols;
  if (protocols === undefined) return onOff(model.enabled);
  if (protocols.ipv4 !== true && protocols.ipv6 !== true) return onOff(false);
  let text = '';
  if (model.mode === 'BPF') {
    text = model['ip-masq-agent'] === true ? 'BPF (ip-masq-agent)' : 'BPF';
    const kpr = response['kube-proxy-replacement'];
    if (kpr !== undefined) {
      const devices = (kpr.deviceList ?? []).map(({ name }) => name).join(', ');
      text += `\t[${devices}]\t${model['snat-exclusion-cidr-v4'] ?? ''}`;
      if (atLeast(version, 18)) text += ` ${model['snat-exclusion-cidr-v6'] ?? ''}`;
    }
  } else if (model.mode === 'iptables') {
    text = 'IPTables';
  }
  return `${text} [IPv4: ${onOff(protocols.ipv4)}, IPv6: ${onOff(protocols.ipv6)}]`;
}

function routing(model: NonNullable<StatusResponse['routing']>): string {
  const network = model['inter-host-routing-mode'] ?? '';
  const tunnel = network === 'Tunnel' ? ` [${model['tunnel-protocol'] ?? ''}]` : '';
  return `Network: ${network}${tunnel}\tHost: ${model['intra-host-routing-mode'] ?? ''}`;
}

function attachMode(mode: string): string {
  return mode === 'tcx' ? 'TCX' : 'Legacy TC';
}

/** Prints the lines from `IPv4 BIG TCP:` to `Clock Source for BPF:`. */
export function formatDatapathLines(
  response: StatusResponse,
  version: CiliumVersion,
  verbose: boolean,
): string {
  const lines: string[] = [];
  const bigTcp4 = response['ipv4-big-tcp'];
  const bigTcp6 = response['ipv6-big-tcp'];
  if (bigTcp4 !== undefined) lines.push(`IPv4 BIG TCP:\t${bigTcp(bigTcp4)}`);
  if (bigTcp6 !== undefined) lines.push(`IPv6 BIG TCP:\t${bigTcp(bigTcp6)}`);
  const bandwidth = response['bandwidth-manager'];
  if (bandwidth !== undefined) lines.push(`BandwidthManager:\t${bandwidthManager(bandwidth, version)}`);
  if (response['host-routing'] !== undefined)
    lines.push(`Host Routing:\t${response['host-routing'].mode ?? ''}`);
  if (response.routing !== undefined) lines.push(`Routing:\t${routing(response.routing)}`);
  if (response['attach-mode'] !== undefined)
    lines.push(`Attach Mode:\t${attachMode(response['attach-mode'])}`);
  const deviceMode = response['datapath-mode'];
  const configured = atLeast(version, 20) ? response['configured-datapath-mode'] : undefined;
  if (deviceMode !== undefined || configured !== undefined) {
    const used = deviceMode ?? '?';
    const differs = configured !== undefined && configured !== used;
    lines.push(`Device Mode:\t${used}${differs ? ` [Configured: ${configured}]` : ''}`);
  }
  if (response.masquerading !== undefined) lines.push(`Masquerading:\t${masquerading(response, version)}`);
  const clock = response['clock-source'];
  if (verbose && clock !== undefined) {
    const hertz = clock.mode === 'jiffies' ? `\t[${clock.hertz ?? 0} Hz]` : '';
    lines.push(`Clock Source for BPF:\t${clock.mode}${hertz}`);
  }
  return lines.map((line) => `${line}\n`).join('');
}
