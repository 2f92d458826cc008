import type { KindTypes, KubeObject } from './kube-object';
import type { ObjectStore } from './object-store';
import { hashText } from './seeded-random';
import { serviceAddressIndex } from './service-address-index';
import { invalid } from './status-error';

type Service = KindTypes['Service'];
type ServiceSpec = NonNullable<Service['spec']>;

const nodePortRange = { first: 30_000, count: 2_768 };

/** The range of cluster addresses, read from `default/kubernetes` as every cluster has it. */
function addressIn(store: ObjectStore, family: string, offset: number): string {
  if (family === 'IPv6') return `fd00:10:96::${(offset + 16).toString(16)}`;
  const [a = '10', b = '96'] = (
    store.get('Service', 'kubernetes', 'default')?.spec?.clusterIP ?? '10.96.0.1'
  ).split('.');
  return `${a}.${b}.${(offset >> 8) & 0xff}.${offset & 0xff}`;
}

function freeAddress(store: ObjectStore, family: string, key: string): string {
  const used = serviceAddressIndex(store);
  for (let probe = hashText(key); ; probe += 1) {
    const address = addressIn(store, family, 20 + (probe % 65_000));
    if (!used.has(address)) return address;
  }
}

/** 422 when every port of the range is taken. */
function freeNodePort(store: ObjectStore, key: string, taken: ReadonlySet<number>): number {
  const used = serviceAddressIndex(store);
  const start = hashText(key);
  for (let probe = 0; probe < nodePortRange.count; probe += 1) {
    const port = nodePortRange.first + ((start + probe) % nodePortRange.count);
    if (!used.has(port) && !taken.has(port)) return port;
  }
  throw invalid('Service', '', key.split(/[/ ]/)[1] ?? '', {
    reason: 'FieldValueInvalid',
    field: 'spec.ports[0].nodePort',
    message: 'Internal error: failed to allocate a nodePort: range is full',
  });
}

function familiesOf(spec: ServiceSpec): string[] {
  if (spec.ipFamilies?.length) return spec.ipFamilies;
  const given = (spec.clusterIPs ?? (spec.clusterIP ? [spec.clusterIP] : [])).filter((ip) => ip !== 'None');
  if (given.length > 0) return given.map((ip) => (ip.includes(':') ? 'IPv6' : 'IPv4'));
  return spec.ipFamilyPolicy && spec.ipFamilyPolicy !== 'SingleStack' ? ['IPv4', 'IPv6'] : ['IPv4'];
}

/** A Service with defaults, cluster addresses and node ports; those of the current one are kept. */
export function withServiceAddresses(
  store: ObjectStore,
  object: KubeObject,
  current?: KubeObject,
): KubeObject {
  // Callers pass objects of kind Service only.
  const service = object as Service;
  const before = (current as Service | undefined)?.spec;
  const given = service.spec ?? {};
  const { name = '', namespace = '' } = service.metadata;
  const type = given.type ?? 'ClusterIP';
  if (!['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'].includes(type)) {
    throw invalid('Service', '', name, {
      reason: 'FieldValueNotSupported',
      field: 'spec.type',
      message: `Unsupported value: "${type}": supported values: "ClusterIP", "ExternalName", "LoadBalancer", "NodePort"`,
    });
  }
  if (type === 'ExternalName') return { ...object, spec: { sessionAffinity: 'None', ...given, type } };

  const key = `${namespace}/${name}`;
  const families = familiesOf({ ...given, ipFamilies: given.ipFamilies ?? before?.ipFamilies });
  const known = given.clusterIPs ?? (given.clusterIP ? [given.clusterIP] : (before?.clusterIPs ?? []));
  const clusterIPs =
    known[0] === 'None'
      ? ['None']
      : families.map((family, index) => known[index] ?? freeAddress(store, family, `${key} ${family}`));
  const external = type === 'NodePort' || type === 'LoadBalancer';
  const wantsNodePorts = external && given.allocateLoadBalancerNodePorts !== false;
  const taken = new Set<number>();
  const ports = (given.ports ?? []).map((port) => {
    const protocol = port.protocol ?? 'TCP';
    const same = before?.ports?.find((other) => other.port === port.port && other.protocol === protocol);
    const { nodePort: givenNodePort, ...rest } = port;
    const nodePort = wantsNodePorts
      ? givenNodePort || same?.nodePort || freeNodePort(store, `${key} ${protocol} ${port.port}`, taken)
      : undefined;
    if (nodePort) taken.add(nodePort);
    return { targetPort: port.port, ...rest, protocol, ...(nodePort !== undefined && { nodePort }) };
  });
  const localLoadBalancer = type === 'LoadBalancer' && given.externalTrafficPolicy === 'Local';
  return {
    ...object,
    spec: {
      sessionAffinity: 'None',
      internalTrafficPolicy: 'Cluster',
      ...(external && { externalTrafficPolicy: 'Cluster' }),
      ...(type === 'LoadBalancer' && { allocateLoadBalancerNodePorts: true }),
      ...(localLoadBalancer && {
        healthCheckNodePort: before?.healthCheckNodePort ?? freeNodePort(store, `${key} health`, taken),
      }),
      ...given,
      type,
      clusterIP: clusterIPs[0],
      clusterIPs,
      ipFamilies: families,
      ipFamilyPolicy: given.ipFamilyPolicy ?? (families.length > 1 ? 'RequireDualStack' : 'SingleStack'),
      ports,
    },
    status: service.status ?? { loadBalancer: {} },
  };
}
