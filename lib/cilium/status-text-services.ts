import type { EncryptionStatus, HubbleStatus, ProxyStatus } from './agent-services-status';
import { splitCells, splitFirstWord } from './status-cells';
import type { LineReader } from './status-text-reader';

/** `Disabled`, or `Listening for events on 4 CPUs with 64x4096 of shared memory`. */
export const readNodeMonitor: LineReader = (value, draft, line) => {
  const match = /^Listening for events on (\d{1,9}) CPUs with (\d{1,9})x(\d{1,9}) of shared memory$/.exec(
    value,
  );
  if (value !== 'Disabled' && match === null) return false;
  draft.status.nodeMonitor =
    match === null
      ? { enabled: false }
      : { enabled: true, cpus: Number(match[1]), pages: Number(match[2]), pageSizeBytes: Number(match[3]) };
  draft.mark('nodeMonitor', line, draft.status.nodeMonitor);
  return true;
};

/** `IPv4: 3/254 allocated from 10.0.0.0/24, ` (with a comma at the end where there is no IPv6). */
export const readIpam: LineReader = (value, draft, line) => {
  if (!value.includes('allocated')) return false;
  draft.status.ipam = { ...draft.status.ipam, status: trimIpamStatus(value) };
  draft.mark('ipam.status', line);
  return true;
};

/** Takes off the comma and the blank that agents print after the last family. */
export function trimIpamStatus(status: string): string {
  const trimmed = status.trim();
  return trimmed.endsWith(',') ? trimmed.slice(0, -1).trimEnd() : trimmed;
}

/** `OK, ip 10.0.0.78, 0 redirects active on ports 10000-20000, Envoy: external`; shorter in older versions. */
export const readProxy: LineReader = (value, draft, line) => {
  const proxy: ProxyStatus = { enabled: value !== 'No managed proxy redirect' };
  if (proxy.enabled) {
    const [ok, ...facts] = value.split(', ');
    if (ok !== 'OK' || !facts.every((fact) => readProxyFact(fact, proxy))) return false;
  }
  draft.status.proxy = proxy;
  draft.mark('proxy', line, proxy);
  return true;
};

function readProxyFact(fact: string, proxy: ProxyStatus): boolean {
  const match =
    /^(?:ip (?<ip>\S*)|(?<count>\d{1,9}) redirects active on ports (?<ports>[\d-]+)|port-range (?<range>[\d-]+)|Envoy: (?<envoy>\S+))$/.exec(
      fact,
    )?.groups;
  if (match === undefined) return false;
  if (match['ip'] !== undefined && match['ip'] !== '') proxy.ip = match['ip'];
  if (match['count'] !== undefined) proxy.redirectCount = Number(match['count']);
  const ports = match['ports'] ?? match['range'];
  if (ports !== undefined) proxy.portRange = ports;
  if (match['envoy'] !== undefined) proxy.envoy = match['envoy'];
  return true;
}

/** `min 256, max 65535`, or `Unknown`. */
export const readIdentityRange: LineReader = (value, draft, line) => {
  if (value === 'Unknown') return true;
  const match = /^min (\d{1,10}), max (\d{1,10})$/.exec(value);
  if (match === null) return false;
  draft.status.identityRange = { min: Number(match[1]), max: Number(match[2]) };
  draft.mark('identityRange', line, draft.status.identityRange);
  return true;
};

/** `Ok   Current/Max Flows: 377/4095 (9.21%), Flows/s: 1.67   Metrics: Disabled`. */
export const readHubble: LineReader = (value, draft, line) => {
  const [first = '', ...cells] = splitCells(value);
  const { word: state, rest: msg } = splitFirstWord(first);
  if (!/^(?:Ok|Warning|Failure|Disabled)$/.test(state)) return false;
  const hubble: HubbleStatus = msg === '' ? { state } : { state, msg };
  for (const cell of cells) {
    const flows = /^Current\/Max Flows: (\d{1,15})\/(\d{1,15})/.exec(cell);
    const perSecond = /Flows\/s: ([\d.]{1,20})$/.exec(cell.slice(-40));
    if (flows !== null) Object.assign(hubble, { currentFlows: Number(flows[1]), maxFlows: Number(flows[2]) });
    if (perSecond !== null) hubble.flowsPerSecond = Number(perSecond[1]);
    if (cell.startsWith('Metrics:')) hubble.metrics = cell.slice('Metrics:'.length).trim();
    else if (flows === null && perSecond === null) return false;
  }
  draft.status.hubble = hubble;
  draft.mark('hubble', line, hubble);
  return true;
};

/** `Disabled`, or `Wireguard   [NodeEncryption: OptedOut, cilium_wg0 (Pubkey: …, Port: 51871, Peers: 3)]`. */
export const readEncryption: LineReader = (value, draft, line) => {
  const { word: mode, rest } = splitFirstWord(value);
  if (mode === '' || !/^[A-Z][A-Za-z]*$/.test(mode)) return false;
  const encryption: EncryptionStatus = { mode };
  if (rest.startsWith('[') && mode === 'Wireguard') readWireguard(rest, encryption);
  else if (rest !== '') encryption.msg = rest;
  draft.status.encryption = encryption;
  draft.mark('encryption', line, encryption);
  return true;
};

function readWireguard(text: string, encryption: EncryptionStatus): void {
  const nodeEncryption = /^\[NodeEncryption: ([A-Za-z]+)/.exec(text)?.[1];
  if (nodeEncryption !== undefined) encryption.nodeEncryption = nodeEncryption;
  encryption.interfaces = [];
  const [head = '', ...items] = text.split(' (Pubkey: ');
  let name = head.slice(head.lastIndexOf(' ') + 1).replace('[', '');
  for (const item of items) {
    const match = /^([^,]{1,100}), Port: (\d{1,5}), Peers: (\d{1,9})\)/.exec(item);
    if (match?.[1] !== undefined) {
      const [, publicKey, listenPort, peerCount] = match;
      encryption.interfaces.push({
        name,
        publicKey,
        listenPort: Number(listenPort),
        peerCount: Number(peerCount),
      });
    }
    name = item.slice(item.lastIndexOf(' ') + 1);
  }
}
