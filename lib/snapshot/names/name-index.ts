import type { L4Protocol } from '@/lib/cilium/l3n4-addr';
import type { EndpointSliceObject } from '../objects/endpoint-slice-object';
import type { NodeObject } from '../objects/node-object';
import type { PodObject } from '../objects/pod-object';
import type { ServiceObject, ServicePort } from '../objects/service-object';
import { MultiMap } from './multi-map';

export type NamedKind = 'pods' | 'nodes' | 'services' | 'endpointslices';

/** A port of a Service that an address leads to. */
export type ServiceMatch = { service: ServiceObject; port: ServicePort };

/** Gives the key of an address without scope, as Services have it. */
export function addressKey(ip: string, port: number, protocol: L4Protocol): string {
  return `${ip}|${port}|${protocol}`;
}

/** Gives the key of a port that is open on every node. */
export function portKey(port: number, protocol: L4Protocol): string {
  return `${port}|${protocol}`;
}

/**
 * What the API says stands behind addresses, kept as objects come and go.
 * `known` names the kinds that were listed: where one is missing, "no object has this address" cannot be said.
 */
export class NameIndex {
  readonly known = new Set<NamedKind>();
  readonly pods = new MultiMap<string, PodObject>();
  readonly hostPorts = new MultiMap<string, PodObject>();
  readonly nodes = new MultiMap<string, NodeObject>();
  readonly nodeByName = new Map<string, NodeObject>();
  readonly addresses = new MultiMap<string, ServiceMatch>();
  readonly nodePorts = new MultiMap<string, ServiceMatch>();
  readonly services = new Map<string, ServiceObject>();
  readonly slices = new MultiMap<string, EndpointSliceObject>();
  /** Slices that have an endpoint of this address. */
  readonly slicesByIp = new MultiMap<string, EndpointSliceObject>();
  private readonly matches = new Map<ServiceObject, ServiceMatch[]>();

  changePod(current: PodObject | null, previous: PodObject | null): void {
    each(previous, (pod) => this.placePod(pod, 'remove'));
    each(current, (pod) => this.placePod(pod, 'add'));
  }

  changeNode(current: NodeObject | null, previous: NodeObject | null): void {
    each(previous, (node) => {
      node.ips.forEach((ip) => this.nodes.remove(ip, node));
      this.nodeByName.delete(node.name);
    });
    each(current, (node) => {
      node.ips.forEach((ip) => this.nodes.add(ip, node));
      this.nodeByName.set(node.name, node);
    });
  }

  changeService(current: ServiceObject | null, previous: ServiceObject | null): void {
    each(previous, (service) => {
      for (const match of this.matches.get(service) ?? []) this.placeMatch(match, 'remove');
      this.matches.delete(service);
      this.services.delete(serviceKey(service));
    });
    each(current, (service) => {
      const matches = service.ports.map((port) => ({ service, port }));
      for (const match of matches) this.placeMatch(match, 'add');
      this.matches.set(service, matches);
      this.services.set(serviceKey(service), service);
    });
  }

  changeSlice(current: EndpointSliceObject | null, previous: EndpointSliceObject | null): void {
    each(previous, (slice) => this.placeSlice(slice, 'remove'));
    each(current, (slice) => this.placeSlice(slice, 'add'));
  }

  private placePod(pod: PodObject, action: 'add' | 'remove'): void {
    // A pod of the host's network has the node's address, which names the node better.
    if (!pod.hostNetwork) pod.ips.forEach((ip) => this.pods[action](ip, pod));
    pod.hostPorts.forEach(({ port, protocol }) => this.hostPorts[action](portKey(port, protocol), pod));
  }

  private placeMatch(match: ServiceMatch, action: 'add' | 'remove'): void {
    const { service, port } = match;
    for (const ip of serviceIPs(service)) {
      this.addresses[action](addressKey(ip, port.port, port.protocol), match);
    }
    if (port.nodePort !== null) this.nodePorts[action](portKey(port.nodePort, port.protocol), match);
  }

  private placeSlice(slice: EndpointSliceObject, action: 'add' | 'remove'): void {
    if (slice.service !== null) this.slices[action](`${slice.namespace}/${slice.service}`, slice);
    for (const endpoint of slice.endpoints) {
      endpoint.addresses.forEach((ip) => this.slicesByIp[action](ip, slice));
    }
  }
}

/** Gives `namespace/name`. */
export function serviceKey({ namespace, name }: { namespace: string; name: string }): string {
  return `${namespace}/${name}`;
}

/** Every address of a Service that is its own. */
export function serviceIPs({ clusterIPs, externalIPs, loadBalancerIPs }: ServiceObject): string[] {
  return [...clusterIPs, ...externalIPs, ...loadBalancerIPs];
}

function each<T>(object: T | null, act: (object: T) => void): void {
  if (object !== null) act(object);
}
