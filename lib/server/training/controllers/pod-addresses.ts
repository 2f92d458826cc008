import type { KindTypes } from '../api-server/kube-object';
import type { ObjectStore } from '../api-server/object-store';
import { resourceOfKind } from '../api-server/resource-table';
import type { PodIndex } from './pod-index';

type Pod = KindTypes['Pod'];

/** The n-th address of a range such as `10.0.1.0/24` or `fd00:10:0:1::/64`; null beyond its end. */
function addressAt(cidr: string, offset: number): string | null {
  const [base = '', bits = ''] = cidr.split('/');
  if (base.includes(':')) return `${base.replace(/::.*$/, '')}::${offset.toString(16)}`;
  if (offset >= 2 ** (32 - Number(bits)) - 1) return null;
  const start = base.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const value = start + offset;
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255].join('.');
}

/** Gives pods their addresses out of their node's ranges; an address is not used again soon. */
export class PodAddresses {
  readonly #store: ObjectStore;
  readonly #pods: PodIndex;
  /** Where the search goes on, by range. */
  readonly #next = new Map<string, number>();

  constructor(store: ObjectStore, pods: PodIndex) {
    this.#store = store;
    this.#pods = pods;
  }

  /** One address a family; those of the node for a pod on the host network. Empty if a range is used up. */
  allocate(pod: Pod): string[] {
    const nodeName = pod.spec?.nodeName ?? '';
    const node = this.#store.get('Node', nodeName);
    if (pod.spec?.hostNetwork) {
      return (node?.status?.addresses ?? [])
        .filter(({ type }) => type === 'InternalIP')
        .map(({ address }) => address);
    }
    const cidrs = node?.spec?.podCIDRs ?? (node?.spec?.podCIDR ? [node.spec.podCIDR] : []);
    if (cidrs.length === 0) {
      const free = this.#pool(nodeName).find((ip) => !this.#pods.isTaken(ip));
      return free ? [free] : [];
    }
    const found = cidrs.map((cidr) => this.#free(cidr));
    return found.includes(null) ? [] : found.flatMap((ip) => ip ?? []);
  }

  /** The addresses that Cilium's ENI mode has ready for a node. */
  #pool(nodeName: string): string[] {
    const spec = this.#store.find(resourceOfKind('CiliumNode'), undefined, nodeName)?.object.spec;
    if (typeof spec !== 'object' || spec === null || !('ipam' in spec)) return [];
    const { ipam } = spec;
    const pool = typeof ipam === 'object' && ipam !== null && 'pool' in ipam ? ipam.pool : {};
    return Object.keys(pool ?? {});
  }

  #free(cidr: string): string | null {
    const first = this.#next.get(cidr) ?? 10;
    for (let probe = 0; probe < 65_536; probe += 1) {
      const offset = first + probe;
      const address = addressAt(cidr, offset) ?? addressAt(cidr, 2 + (offset % 250));
      if (address !== null && !this.#pods.isTaken(address)) {
        this.#next.set(cidr, addressAt(cidr, offset) === null ? 10 : offset + 1);
        return address;
      }
    }
    return null;
  }
}
