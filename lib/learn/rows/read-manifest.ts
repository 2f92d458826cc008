import type { ManifestProblem } from './manifest-problem';
import { readPorts } from './read-ports';
import { serviceTypes, type ServiceManifest } from './service-manifest';
import { isPlainIP, readIPs, readStrings, readTextMap } from './read-values';
import { YamlFields } from './yaml-fields';

const policies = ['Cluster', 'Local'] as const;
const families = ['IPv4', 'IPv6'] as const;
const familyPolicies = ['SingleStack', 'PreferDualStack', 'RequireDualStack'] as const;

/** Fields of a Service's spec in Kubernetes that no row depends on, or that are read elsewhere. */
const specFields = new Set([
  ...['type', 'clusterIP', 'clusterIPs', 'ipFamilies', 'ipFamilyPolicy', 'externalIPs', 'ports', 'selector'],
  ...['externalTrafficPolicy', 'internalTrafficPolicy', 'sessionAffinity', 'sessionAffinityConfig'],
  ...['publishNotReadyAddresses', 'allocateLoadBalancerNodePorts', 'healthCheckNodePort', 'externalName'],
  ...['loadBalancerSourceRanges', 'loadBalancerClass', 'loadBalancerIP', 'trafficDistribution'],
]);

const dnsLabel = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** A manifest as it was read: null where an API server would not take it. */
export type ReadManifest = { manifest: ServiceManifest | null; problems: readonly ManifestProblem[] };

/** Reads a Service out of YAML; what is wrong with it is told by line and place. */
export function readManifest(text: string): ReadManifest {
  const fields = new YamlFields(text);
  if (fields.hasErrors) return { manifest: null, problems: fields.problems };
  const manifest = serviceOf(fields);
  return { manifest: fields.hasErrors ? null : manifest, problems: fields.problems };
}

function serviceOf(fields: YamlFields): ServiceManifest {
  const kind = fields.value(['kind']);
  if (kind !== 'Service') fields.error(['kind'], 'This is to be kind: Service.');
  if (fields.value(['apiVersion']) !== 'v1') fields.error(['apiVersion'], 'This is to be apiVersion: v1.');
  const name = fields.text(['metadata', 'name']) ?? '';
  if (!dnsLabel.test(name))
    fields.error(['metadata', 'name'], 'A name of small letters, digits and dashes, 63 at most, is missing.');
  const namespace = fields.text(['metadata', 'namespace']) ?? 'default';
  if (!/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(namespace))
    fields.error(['metadata', 'namespace'], 'This is no name of a namespace.');
  for (const field of fields.names(['spec']))
    if (!specFields.has(field)) fields.hint(['spec', field], 'A Service has no such field: it is left out.');
  const type = fields.word(['spec', 'type'], serviceTypes) ?? 'ClusterIP';
  const clusterIPs = clusterIPsOf(fields);
  const isHeadless = clusterIPs[0] === 'None';
  if (isHeadless && (type === 'NodePort' || type === 'LoadBalancer'))
    fields.error(['spec', 'clusterIP'], `None does not go with type ${type}.`);
  if (type === 'ExternalName' && (fields.text(['spec', 'externalName']) ?? '') === '')
    fields.error(['spec', 'externalName'], 'Type ExternalName needs a name to point at.');
  const isExternal = type === 'NodePort' || type === 'LoadBalancer';
  const externalIPs = readIPs(fields, ['spec', 'externalIPs']);
  const externalTrafficPolicy = fields.word(['spec', 'externalTrafficPolicy'], policies);
  if (externalTrafficPolicy !== undefined && !isExternal && externalIPs.length === 0)
    fields.error(
      ['spec', 'externalTrafficPolicy'],
      'It goes with NodePort, LoadBalancer or external IPs only: nobody outside reaches this Service.',
    );
  const selector = readTextMap(fields, ['spec', 'selector']);
  return {
    namespace,
    name,
    labels: readTextMap(fields, ['metadata', 'labels']),
    annotations: readTextMap(fields, ['metadata', 'annotations']),
    type,
    clusterIPs,
    ipFamilies: readStrings(fields, ['spec', 'ipFamilies'], (path) => fields.word(path, families)),
    ipFamilyPolicy: fields.word(['spec', 'ipFamilyPolicy'], familyPolicies) ?? 'SingleStack',
    externalIPs,
    ports: readPorts(fields, { isExternal, mayBeNone: isHeadless || type === 'ExternalName' }),
    hasSelector: Object.keys(selector).length > 0,
    externalTrafficPolicy: externalTrafficPolicy ?? 'Cluster',
    internalTrafficPolicy: fields.word(['spec', 'internalTrafficPolicy'], policies) ?? 'Cluster',
    sessionAffinity: fields.word(['spec', 'sessionAffinity'], ['None', 'ClientIP'] as const) ?? 'None',
    sessionAffinityTimeoutSeconds:
      fields.integer(['spec', 'sessionAffinityConfig', 'clientIP', 'timeoutSeconds'], {
        min: 1,
        max: 86400,
      }) ?? 10800,
    publishNotReadyAddresses: fields.truth(['spec', 'publishNotReadyAddresses']) ?? false,
    allocateLoadBalancerNodePorts: fields.truth(['spec', 'allocateLoadBalancerNodePorts']) ?? true,
    healthCheckNodePort: fields.integer(['spec', 'healthCheckNodePort'], { min: 1, max: 65535 }) ?? 0,
    loadBalancerSourceRanges: readStrings(fields, ['spec', 'loadBalancerSourceRanges'], (path) =>
      fields.text(path),
    ),
    trafficDistribution: fields.text(['spec', 'trafficDistribution']) ?? null,
    ingress: ingressOf(fields),
  };
}

function clusterIPsOf(fields: YamlFields): string[] {
  const list = readStrings(fields, ['spec', 'clusterIPs'], (path) => fields.text(path));
  const single = fields.text(['spec', 'clusterIP']) ?? '';
  const ips = list.length > 0 ? list : single === '' ? [] : [single];
  ips.forEach((ip, index) => {
    const path = list.length > 0 ? ['spec', 'clusterIPs', index] : ['spec', 'clusterIP'];
    if (!(ip === 'None' && index === 0) && !isPlainIP(ip)) fields.error(path, 'This is no IP address.');
  });
  if (ips.length > 2)
    fields.error(['spec', 'clusterIPs'], 'A Service has one address of each family at most.');
  return ips;
}

function ingressOf(fields: YamlFields): ServiceManifest['ingress'] {
  const path = ['status', 'loadBalancer', 'ingress'];
  if (!fields.names([]).includes('status')) return null;
  return Array.from({ length: fields.count(path) }, (_, index) => index).flatMap((index) => {
    const ip = fields.text([...path, index, 'ip']);
    if (ip === undefined) return [];
    if (!isPlainIP(ip)) fields.error([...path, index, 'ip'], 'This is no IP address.');
    return [{ ip, ipMode: fields.word([...path, index, 'ipMode'], ['VIP', 'Proxy'] as const) ?? 'VIP' }];
  });
}
