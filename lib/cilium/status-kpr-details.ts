import type {
  Feature,
  KubeProxyReplacement,
  KubeProxyReplacementFeatures,
  NodePortFeature,
} from './kube-proxy-replacement';
import { parseDevices } from './kube-proxy-devices';
import { isKubeProxyMode } from './kube-proxy-mode';
import { splitList, toEnabled } from './status-cells';
import type { StatusDraft } from './status-draft';

/** Which list the `- …` items below belong to. */
type List = 'nat46X64' | 'services' | 'annotations';

const features = 'kubeProxyReplacement.features';
const annotationPrefix = 'service.cilium.io/';

/**
 * Reads the lines below `KubeProxyReplacement Details:` (`--verbose`, v1.9 to main), one by one and in any order,
 * so that lines that somebody filtered out of an output are understood too.
 */
export class KubeProxyDetailsReader {
  readonly #draft: StatusDraft;
  #list: List | null = null;

  constructor(draft: StatusDraft) {
    this.#draft = draft;
  }

  /** Reads one line; false where it is none of the block. */
  readLine(text: string, line: number): boolean {
    const trimmed = text.trim();
    if (trimmed.startsWith('- ')) return this.#readItem(trimmed.slice(2).trim(), line);
    const colon = trimmed.indexOf(':');
    if (colon < 0) return false;
    return this.#readField(trimmed.slice(0, colon), trimmed.slice(colon + 1).trim(), line);
  }

  #readField(label: string, value: string, line: number): boolean {
    switch (label) {
      case 'Status':
        return (
          isKubeProxyMode(value) && this.#set('kubeProxyReplacement.mode', line, (kpr) => (kpr.mode = value))
        );
      case 'Socket LB':
        return this.#setFeature('socketLB', value, line);
      case 'Socket LB Tracing':
        return this.#setFeature('socketLBTracing', value, line);
      case 'Socket LB Coverage':
        if (value !== 'Full' && value !== 'Hostns-only') return false;
        return this.#set(`${features}.bpfSocketLBHostnsOnly`, line, (kpr) => {
          kpr.features.bpfSocketLBHostnsOnly = value === 'Hostns-only';
        });
      case 'Protocols':
      case 'Socket LB Protocols':
        return (
          value !== '' &&
          this.#set(`${features}.hostReachableServices`, line, (kpr) => {
            kpr.features.hostReachableServices = { enabled: true, protocols: splitList(value) };
          })
        );
      case 'Devices':
        return this.#readDevices(value, line);
      case 'Mode':
        return /^(?:SNAT|DSR|Hybrid|Annotation)$/.test(value) && this.#setNodePort({ mode: value }, line);
      case 'DSR Dispatch Mode':
        return value !== '' && this.#setNodePort({ dsrMode: value }, line);
      case 'Backend Selection':
        return this.#readBackendSelection(value, line);
      case 'XDP Acceleration':
        return /^[A-Z][A-Za-z-]*$/.test(value) && this.#setNodePort({ acceleration: value }, line);
      case 'Session Affinity':
        return this.#setFeature('sessionAffinity', value, line);
      case 'Graceful Termination':
        return this.#setFeature('gracefulTermination', value, line);
      default:
        return this.#readListField(label, value, line);
    }
  }

  /** The fields that a list belongs to. */
  #readListField(label: string, value: string, line: number): boolean {
    switch (label) {
      case 'NAT46/64 Support':
        this.#list = 'nat46X64';
        if (value === '') return this.#setEnabled('nat46X64', true, line);
        return this.#setFeature('nat46X64', value, line);
      case 'Prefixes':
        return (
          value !== '' &&
          this.#set(`${features}.nat46X64.gateway.prefixes`, line, ({ features: named }) => {
            named.nat46X64 ??= { enabled: true };
            named.nat46X64.gateway = { enabled: true, ...named.nat46X64.gateway, prefixes: splitList(value) };
          })
        );
      case 'Services':
        this.#list = 'services';
        this.#draft.mark('kubeProxyReplacement.services', line);
        return value === '';
      case 'Annotations':
        this.#list = 'annotations';
        return (
          (value === '' || value === '(n/a)') &&
          this.#set(`${features}.annotations`, line, (kpr) => {
            kpr.features.annotations = [];
          })
        );
      default:
        return false;
    }
  }

  #readItem(item: string, line: number): boolean {
    if (item.startsWith(annotationPrefix)) return this.#readAnnotation(item, line);
    const colon = item.indexOf(':');
    if (colon < 0) return false;
    const label = item.slice(0, colon);
    const value = item.slice(colon + 1).trim();
    const enabled = toEnabled(value);
    if (this.#list === 'nat46X64' && (label === 'Services' || label === 'Gateway')) {
      return (
        enabled !== null &&
        this.#readNat46x64Part(label === 'Services' ? 'service' : 'gateway', enabled, line)
      );
    }
    if (label === 'NodePort') return this.#readNodePort(value, line);
    if (enabled === null) return false;
    if (label === 'externalIPs') return this.#setEnabled('externalIPs', enabled, line);
    if (label === 'HostPort') return this.#setEnabled('hostPort', enabled, line);
    if (label === 'ClusterIP') return this.#readService('clusterIP', enabled, line);
    return label === 'LoadBalancer' && this.#readService('loadBalancer', enabled, line);
  }

  #readAnnotation(item: string, line: number): boolean {
    if (/\s/.test(item)) return false;
    const named = this.#draft.kubeProxyReplacement().features;
    named.annotations ??= [];
    this.#draft.mark(`${features}.annotations.${named.annotations.length}`, line);
    named.annotations.push(item);
    return true;
  }

  #readNat46x64Part(part: 'service' | 'gateway', enabled: boolean, line: number): boolean {
    const named = this.#draft.kubeProxyReplacement().features;
    named.nat46X64 ??= { enabled: true };
    const feature: Feature = { enabled };
    named.nat46X64[part] = feature;
    this.#draft.mark(`${features}.nat46X64.${part}`, line, feature);
    return true;
  }

  #readService(name: 'clusterIP' | 'loadBalancer', enabled: boolean, line: number): boolean {
    const kpr = this.#draft.kubeProxyReplacement();
    const feature: Feature = { enabled };
    kpr.services = { ...kpr.services, [name]: feature };
    this.#draft.mark(`kubeProxyReplacement.services.${name}`, line, feature);
    return true;
  }

  #readNodePort(value: string, line: number): boolean {
    if (value === 'Disabled' || value === 'Enabled')
      return this.#setEnabled('nodePort', value === 'Enabled', line);
    const range = /^Enabled \(Range: (\d{1,5})-(\d{1,5})\)$/.exec(value);
    if (range === null) return false;
    return this.#setNodePort({ enabled: true, portMin: Number(range[1]), portMax: Number(range[2]) }, line);
  }

  #readBackendSelection(value: string, line: number): boolean {
    if (value === 'Random') return this.#setNodePort({ algorithm: value }, line);
    const maglev = /^Maglev \(Table Size: (\d{1,9})\)$/.exec(value);
    if (maglev === null) return value === 'Maglev' && this.#setNodePort({ algorithm: value }, line);
    return this.#setNodePort({ algorithm: 'Maglev', lutSize: Number(maglev[1]) }, line);
  }

  #readDevices(value: string, line: number): boolean {
    const kpr = this.#draft.kubeProxyReplacement();
    const list = parseDevices(value);
    if (list.deviceList.length === 0) return false;
    Object.assign(kpr, list);
    this.#draft.mark('kubeProxyReplacement.deviceList', line, list.deviceList);
    if (list.directRoutingDevice !== undefined)
      this.#draft.mark('kubeProxyReplacement.directRoutingDevice', line);
    return true;
  }

  /** Sets values that are printed only while NodePort is on. */
  #setNodePort(values: Partial<NodePortFeature>, line: number): boolean {
    const named = this.#draft.kubeProxyReplacement().features;
    named.nodePort = { enabled: true, ...named.nodePort, ...values };
    for (const key of Object.keys(values)) this.#draft.mark(`${features}.nodePort.${key}`, line);
    this.#draft.status.lines[`${features}.nodePort`] ??= line;
    if (values.enabled !== undefined) this.#draft.mark(`${features}.nodePort`, line);
    return true;
  }

  #setFeature(name: FeatureName, value: string, line: number): boolean {
    const enabled = toEnabled(value);
    return enabled !== null && this.#setEnabled(name, enabled, line);
  }

  #setEnabled(name: FeatureName, enabled: boolean, line: number): boolean {
    const named = this.#draft.kubeProxyReplacement().features;
    named[name] = { ...named[name], enabled };
    this.#draft.mark(`${features}.${name}`, line);
    this.#draft.mark(`${features}.${name}.enabled`, line);
    return true;
  }

  #set(path: string, line: number, assign: (kpr: KubeProxyReplacement) => void): boolean {
    assign(this.#draft.kubeProxyReplacement());
    this.#draft.mark(path, line);
    return true;
  }
}

/** The features that a single line turns on or off. */
type FeatureName = {
  [Key in keyof KubeProxyReplacementFeatures]-?: Feature extends NonNullable<
    KubeProxyReplacementFeatures[Key]
  >
    ? Key
    : never;
}[keyof KubeProxyReplacementFeatures];
