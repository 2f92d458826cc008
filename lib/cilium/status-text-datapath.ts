import type { BigTCP, Masquerading, Routing } from './datapath-status';
import { bracketed, splitCells, splitFirstWord, splitList, toEnabled } from './status-cells';
import type { LineReader } from './status-text-reader';

/** `Disabled`, or `Enabled   [eth0, eth1]`. */
export const readHostFirewall: LineReader = (value, draft, line) => {
  const { word, rest } = splitFirstWord(value);
  const enabled = toEnabled(word);
  if (enabled === null) return false;
  draft.status.hostFirewall = enabled
    ? { enabled, devices: splitList(bracketed(rest)[0] ?? '') }
    : { enabled };
  draft.mark('hostFirewall', line, draft.status.hostFirewall);
  return true;
};

/** `Disabled`, or `Enabled   [encap-mode: reduced]`. */
export const readSRv6: LineReader = (value, draft, line) => {
  const { word, rest } = splitFirstWord(value);
  const enabled = toEnabled(word);
  if (enabled === null) return false;
  const encapMode = bracketed(rest)[0]?.replace('encap-mode:', '').trim();
  draft.status.srv6 = encapMode === undefined ? { enabled } : { enabled, encapMode };
  draft.mark('srv6', line, draft.status.srv6);
  return true;
};

/** `Disabled`, or `Enabled   [GRO, GSO]`; one number where both are equal. */
export function bigTCPReader(key: 'ipv4BigTCP' | 'ipv6BigTCP'): LineReader {
  return (value, draft, line) => {
    const { word, rest } = splitFirstWord(value);
    const enabled = toEnabled(word);
    if (enabled === null) return false;
    const [maxGRO, maxGSO = maxGRO] = splitList(bracketed(rest)[0] ?? '').map(Number);
    const bigTCP: BigTCP =
      maxGRO === undefined || Number.isNaN(maxGRO) ? { enabled } : { enabled, maxGRO, maxGSO };
    draft.status[key] = bigTCP;
    draft.mark(key, line, bigTCP);
    return true;
  };
}

/** `Disabled`, `EDT with BPF [BBR] [eth0]`; v1.8 and v1.9 without the algorithm. */
export const readBandwidthManager: LineReader = (value, draft, line) => {
  if (value !== 'Disabled' && !value.startsWith('EDT with BPF')) return false;
  const groups = bracketed(value);
  const devices = splitList(groups.at(-1) ?? '');
  const congestionControl = groups.length > 1 ? groups[0]?.toLowerCase() : undefined;
  draft.status.bandwidthManager =
    value === 'Disabled'
      ? { enabled: false }
      : { enabled: true, ...(congestionControl === undefined ? {} : { congestionControl }), devices };
  draft.mark('bandwidthManager', line, draft.status.bandwidthManager);
  return true;
};

/** `BPF` or `Legacy` (v1.15 and older). */
export const readHostRouting: LineReader = (value, draft, line) => {
  if (value !== 'BPF' && value !== 'Legacy') return false;
  draft.status.hostRouting = { mode: value };
  draft.mark('hostRouting', line, draft.status.hostRouting);
  return true;
};

/** `Network: Tunnel [vxlan]   Host: BPF`. */
export const readRouting: LineReader = (value, draft, line) => {
  const match =
    /^Network:\s{1,20}([A-Za-z]+)(?:\s{1,20}\[([a-z0-9]+)\])?\s{1,40}Host:\s{1,20}([A-Za-z]+)$/.exec(value);
  if (match?.[1] === undefined || match[3] === undefined) return false;
  const routing: Routing = { network: match[1], host: match[3] };
  if (match[2] !== undefined) routing.tunnelProtocol = match[2];
  draft.status.routing = routing;
  draft.mark('routing', line, routing);
  return true;
};

/** `TCX` or `Legacy TC`; JSON says `tcx` and `tc`. */
export const readAttachMode: LineReader = (value, draft, line) => {
  if (value !== 'TCX' && value !== 'Legacy TC') return false;
  draft.status.attachMode = value === 'TCX' ? 'tcx' : 'tc';
  draft.mark('attachMode', line);
  return true;
};

/** `veth`, `netkit`, `veth [Configured: auto]`. */
export const readDeviceMode: LineReader = (value, draft, line) => {
  const { word: mode, rest } = splitFirstWord(value);
  const configured = bracketed(rest)[0]?.replace('Configured:', '').trim();
  if (!/^[a-z][a-z0-9-]*$/.test(mode) || (rest !== '' && configured === undefined)) return false;
  draft.status.deviceMode = configured === undefined ? { mode } : { mode, configured };
  draft.mark('deviceMode', line, draft.status.deviceMode);
  return true;
};

/** `Disabled`, `IPTables [IPv4: Enabled, IPv6: Disabled]`, `BPF (ip-masq-agent)   [eth0]   10.0.0.0/8 [IPv4: …]`. */
export const readMasquerading: LineReader = (value, draft, line) => {
  const { word, rest } = splitFirstWord(value);
  const masquerading: Masquerading = { enabled: word !== 'Disabled' };
  if (word === 'BPF' || word === 'IPTables') masquerading.mode = word;
  else if (toEnabled(word) === null || rest !== '') return false;
  for (const group of bracketed(rest)) {
    const protocols = /^IPv4: (Enabled|Disabled), IPv6: (Enabled|Disabled)$/.exec(group);
    if (protocols === null) {
      masquerading.devices = splitList(group);
    } else {
      masquerading.ipv4 = protocols[1] === 'Enabled';
      masquerading.ipv6 = protocols[2] === 'Enabled';
    }
  }
  if (rest.startsWith('(ip-masq-agent)')) masquerading.ipMasqAgent = true;
  const range = splitCells(rest.replaceAll('[', '  [').replaceAll(']', ']  ')).find((cell) =>
    /^[\d.]+\/\d+$/.test(cell),
  );
  if (range !== undefined) masquerading.snatExclusionCIDRv4 = range;
  draft.status.masquerading = masquerading;
  draft.mark('masquerading', line, masquerading);
  return true;
};

/** `ktime`, or `jiffies   [250 Hz]`. */
export const readClockSource: LineReader = (value, draft, line) => {
  const { word: mode, rest } = splitFirstWord(value);
  if (mode !== 'ktime' && mode !== 'jiffies') return false;
  const hertz = /^\[(\d{1,6}) Hz\]$/.exec(rest)?.[1];
  draft.status.clockSource = hertz === undefined ? { mode } : { mode, hertz: Number(hertz) };
  draft.mark('clockSource', line, draft.status.clockSource);
  return true;
};
