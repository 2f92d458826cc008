import type { BandwidthManager, BigTCP, Masquerading, Routing } from './datapath-status';
import type { JsonReader } from './status-json-reader';

/** `host-firewall` (v1.11 and later). */
export const readHostFirewallJSON: JsonReader = (node, draft) => {
  const enabled = node.get('mode')?.text() === 'Enabled';
  draft.status.hostFirewall = enabled
    ? { enabled, devices: node.get('devices')?.texts() ?? [] }
    : { enabled };
  draft.mark('hostFirewall', node.line, draft.status.hostFirewall);
};

/** `srv6`; the encapsulation counts only while it is on, as in text. */
export const readSRv6JSON: JsonReader = (node, draft) => {
  const enabled = node.get('enabled')?.isTrue() ?? false;
  const encapMode = node.get('srv6EncapMode')?.text();
  draft.status.srv6 = enabled && encapMode !== undefined ? { enabled, encapMode } : { enabled };
  draft.mark('srv6', node.line, draft.status.srv6);
};

/** `ipv4-big-tcp`, `ipv6-big-tcp`; the sizes count only while it is on, as in text. */
export function bigTCPJsonReader(key: 'ipv4BigTCP' | 'ipv6BigTCP'): JsonReader {
  return (node, draft) => {
    const bigTCP: BigTCP = { enabled: node.get('enabled')?.isTrue() ?? false };
    if (bigTCP.enabled) {
      bigTCP.maxGRO = node.get('maxGRO')?.number();
      bigTCP.maxGSO = node.get('maxGSO')?.number();
    }
    draft.status[key] = bigTCP;
    draft.mark(key, node.line, bigTCP);
  };
}

/** `bandwidth-manager`. */
export const readBandwidthManagerJSON: JsonReader = (node, draft) => {
  const bandwidthManager: BandwidthManager = { enabled: node.get('enabled')?.isTrue() ?? false };
  if (bandwidthManager.enabled) {
    const congestionControl = node.get('congestionControl')?.text();
    if (congestionControl !== undefined) bandwidthManager.congestionControl = congestionControl.toLowerCase();
    bandwidthManager.devices = node.get('devices')?.texts() ?? [];
  }
  draft.status.bandwidthManager = bandwidthManager;
  draft.mark('bandwidthManager', node.line, bandwidthManager);
};

/** `host-routing` (v1.15 and older). */
export const readHostRoutingJSON: JsonReader = (node, draft) => {
  const mode = node.get('mode')?.text();
  if (mode === undefined) return;
  draft.status.hostRouting = { mode };
  draft.mark('hostRouting', node.line, draft.status.hostRouting);
};

/** `routing` (v1.16 and later); the tunnel's protocol counts only for a tunnel. */
export const readRoutingJSON: JsonReader = (node, draft) => {
  const network = node.get('inter-host-routing-mode')?.text();
  const host = node.get('intra-host-routing-mode')?.text();
  if (network === undefined || host === undefined) return;
  const routing: Routing = { network, host };
  const tunnelProtocol = node.get('tunnel-protocol')?.text();
  if (network === 'Tunnel' && tunnelProtocol !== undefined) routing.tunnelProtocol = tunnelProtocol;
  draft.status.routing = routing;
  draft.mark('routing', node.line, routing);
};

/** `attach-mode`: `tcx` or `tc` (v1.16 and later). */
export const readAttachModeJSON: JsonReader = (node, draft) => {
  const mode = node.text();
  if (mode === undefined) return;
  draft.status.attachMode = mode;
  draft.mark('attachMode', node.line);
};

/** `datapath-mode` (v1.16 and later): what is in use. */
export const readDatapathModeJSON: JsonReader = (node, draft) => {
  const mode = node.text();
  if (mode === undefined) return;
  draft.status.deviceMode = { ...draft.status.deviceMode, mode };
  draft.mark('deviceMode', node.line);
  draft.mark('deviceMode.mode', node.line);
};

/** `configured-datapath-mode` (v1.20 and later): what was asked for, in text only where it differs. */
export const readConfiguredModeJSON: JsonReader = (node, draft) => {
  const configured = node.text();
  if (configured === undefined) return;
  draft.status.deviceMode = { mode: '', ...draft.status.deviceMode, configured };
  draft.mark('deviceMode.configured', node.line);
};

/** `masquerading`. It counts as on where one of the families is, as in text; the rest is then reported too. */
export const readMasqueradingJSON: JsonReader = (node, draft) => {
  const protocols = node.get('enabledProtocols');
  const ipv4 = protocols?.get('ipv4')?.isTrue() ?? false;
  const ipv6 = protocols?.get('ipv6')?.isTrue() ?? false;
  const enabled = protocols === undefined ? (node.get('enabled')?.isTrue() ?? false) : ipv4 || ipv6;
  const masquerading: Masquerading = { enabled };
  const mode = node.get('mode')?.text();
  if (enabled && mode !== undefined) {
    masquerading.mode = mode === 'iptables' ? 'IPTables' : mode;
    if (protocols !== undefined) Object.assign(masquerading, { ipv4, ipv6 });
    if (node.get('ip-masq-agent')?.isTrue() === true) masquerading.ipMasqAgent = true;
    const v4 = node.get('snat-exclusion-cidr-v4')?.text();
    const v6 = node.get('snat-exclusion-cidr-v6')?.text();
    if (v4 !== undefined) masquerading.snatExclusionCIDRv4 = v4;
    if (v6 !== undefined) masquerading.snatExclusionCIDRv6 = v6;
  }
  draft.status.masquerading = masquerading;
  draft.mark('masquerading', node.line, masquerading);
};

/** `clock-source`; hertz counts only for jiffies, as in text. */
export const readClockSourceJSON: JsonReader = (node, draft) => {
  const mode = node.get('mode')?.text();
  if (mode === undefined) return;
  const hertz = node.get('hertz')?.number();
  draft.status.clockSource = mode === 'jiffies' && hertz !== undefined ? { mode, hertz } : { mode };
  draft.mark('clockSource', node.line, draft.status.clockSource);
};
