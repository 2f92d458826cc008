import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import { formatFixed } from '../go/fixed';
import { TabWriter } from '../go/tabwriter';
import { formatDevices } from './device-list';
import { formatClusterMesh } from './format-cluster-mesh';
import { formatControllers } from './format-controllers';
import { formatDatapathLines } from './format-datapath-lines';
import { formatHubble } from './format-hubble';
import { formatKprDetails } from './format-kpr-details';
import { formatProxy } from './format-proxy';
import type { StatusDetails } from './status-details';
import type { StatusModel, StatusResponse } from './status-response';

function statusLine(label: string, model: StatusModel | undefined): string {
  return model === undefined ? '' : `${label}:\t${model.state ?? ''}\t${model.msg ?? ''}\n`;
}

function kubernetes({ kubernetes: model }: StatusResponse): string {
  if (model === undefined) return '';
  const head = statusLine('Kubernetes', model);
  if (model.state === 'Disabled') return head;
  const versions = [...(model['k8s-api-versions'] ?? [])].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return `${head}Kubernetes APIs:\t["${versions.join('", "')}"]\n`;
}

function kubeProxyReplacement(response: StatusResponse, version: CiliumVersion): string {
  const kpr = response['kube-proxy-replacement'];
  if (kpr === undefined) return '';
  const devices = formatDevices(kpr, !atLeast(version, 16));
  return `KubeProxyReplacement:\t${kpr.mode ?? ''}\t${devices === '' ? '' : `[${devices}]`}\n`;
}

function hostFirewall({ 'host-firewall': model }: StatusResponse): string {
  if (model === undefined) return '';
  const devices = model.mode === 'Disabled' ? '' : `\t[${(model.devices ?? []).join(', ')}]`;
  return `Host firewall:\t${model.mode ?? ''}${devices}\n`;
}

function stale({ stale: probes }: StatusResponse): string {
  if (probes === undefined) return '';
  const parts = Object.keys(probes)
    .sort()
    .map((probe) => `${JSON.stringify(probe)} since ${probes[probe]}`);
  return `Stale status:\t${parts.join(', ')}\n`;
}

function nodeMonitor({ nodeMonitor: monitor }: StatusResponse): string {
  if (monitor === undefined) return 'NodeMonitor:\tDisabled\n';
  const { cpus = 0, npages = 0, pagesize = 0, lost = 0, unknown = 0 } = monitor;
  const head = `NodeMonitor:\tListening for events on ${cpus} CPUs with ${npages}x${pagesize} of shared memory\n`;
  if (lost === 0 && unknown === 0) return head;
  return `${head}\t${lost} events lost, ${unknown} unknown notifications\n`;
}

function ipam({ ipam: model }: StatusResponse, allAddresses: boolean): string {
  if (model === undefined) return '';
  const head = `IPAM:\t${model.status ?? ''}\n`;
  if (!allAddresses) return head;
  const rows = Object.entries(model.allocations ?? {}).map(([ip, owner]) => `  ${ip} (${owner})\n`);
  return `${head}Allocated addresses:\n${rows.sort((a, b) => (a < b ? -1 : 1)).join('')}`;
}

function bpfMaps({ 'bpf-maps': model }: StatusResponse): string {
  if (model === undefined) return '';
  const ratio = model['dynamic-size-ratio'] ?? 0;
  const sizing = ratio > 0 && ratio <= 1 ? `on (ratio: ${formatFixed(ratio, 6)})` : 'off';
  const inner = new TabWriter({ minWidth: 0, padding: 3 });
  inner.write('  Name\tSize\n');
  for (const { name, size } of model.maps ?? []) inner.write(`  ${name}\t${size ?? 0}\n`);
  return `BPF Maps:\tdynamic sizing: ${sizing}\n${inner.flush()}`;
}

function encryption({ encryption: model }: StatusResponse, version: CiliumVersion): string {
  if (model === undefined) return '';
  const fields: string[] = [];
  if (model.msg) {
    fields.push(model.msg);
  } else if (model.wireguard !== undefined) {
    const interfaces = (model.wireguard.interfaces ?? []).map(
      (link) =>
        `${link.name ?? ''} (Pubkey: ${link['public-key'] ?? ''}, Port: ${link['listen-port'] ?? 0}, Peers: ${link['peer-count'] ?? 0})`,
    );
    const node = model.wireguard['node-encryption'];
    fields.push(
      `[${[...(node === undefined ? [] : [`NodeEncryption: ${node}`]), interfaces.join(', ')].join(', ')}]`,
    );
  }
  // Up to v1.13 an empty detail has no cell of its own, hence no blanks at the end of the line.
  const empty = fields.length === 0 && !atLeast(version, 14);
  return `Encryption:\t${model.mode ?? ''}${empty ? '' : `\t${fields.join(', ')}`}\n`;
}

/**
 * Writes a status as `cilium status` of a version does, cells ended by tabs: the caller lays it out together with
 * the cluster's health (pkg/client `FormatStatusResponse`, v1.10 to main). `nowMs` dates the controllers.
 */
export function formatStatus(
  response: StatusResponse,
  details: StatusDetails,
  version: CiliumVersion,
  nowMs: number,
): string {
  const { 'cni-chaining': chaining, 'cni-file': cniFile, srv6, cilium } = response;
  const encapMode =
    srv6?.enabled === true ? `Enabled\t[encap-mode: ${srv6.srv6EncapMode ?? ''}]` : 'Disabled';
  const range = response['identity-range'];
  const mesh = response['cluster-mesh'];
  const kpr = response['kube-proxy-replacement'];
  const controllers = response.controllers ?? undefined;
  return [
    statusLine('KVStore', response.kvstore),
    atLeast(version, 20) ? '' : statusLine('ContainerRuntime', response['container-runtime']),
    kubernetes(response),
    kubeProxyReplacement(response, version),
    hostFirewall(response),
    srv6 === undefined ? '' : `SRv6:\t${encapMode}\n`,
    chaining === undefined ? '' : `CNI Chaining:\t${chaining.mode ?? ''}\n`,
    cniFile === undefined ? '' : `CNI Config file:\t${cniFile.msg ?? ''}\n`,
    cilium === undefined ? '' : `Cilium:\t${cilium.state ?? ''}   ${cilium.msg ?? ''}\n`,
    stale(response),
    nodeMonitor(response),
    statusLine('Cilium health daemon', response.cluster?.ciliumHealth),
    ipam(response, details.allAddresses),
    mesh === undefined ? '' : formatClusterMesh(mesh, details.allClusters, version, nowMs),
    formatDatapathLines(response, version, details.verbose),
    controllers === undefined ? '' : formatControllers(controllers, details.allControllers, nowMs),
    formatProxy(response.proxy, details.allRedirects, version),
    identityRange(range, version),
    formatHubble(response, version),
    details.verbose && response.kubernetes !== undefined && kpr !== undefined
      ? formatKprDetails(kpr, version)
      : '',
    details.verbose ? bpfMaps(response) : '',
    encryption(response, version),
  ].join('');
}

function identityRange(range: StatusResponse['identity-range'], version: CiliumVersion): string {
  if (!atLeast(version, 12)) return '';
  if (range === undefined) return 'Global Identity Range:\tUnknown\n';
  return `Global Identity Range:\tmin ${range['min-identity'] ?? 0}, max ${range['max-identity'] ?? 0}\n`;
}
