import { stringify } from 'yaml';
import type { FrontendDetail } from '@/lib/snapshot/frontend-view';

const annotationPrefixes = ['service.cilium.io/', 'service.kubernetes.io/'];

/**
 * Writes the manifest of a live Service from what the API told of its frontends: the fields that make its rows. A named
 * target port is written as its number, which the pods tell. Null where the API says nothing of it.
 */
export function manifestOfDetails(name: string, details: readonly FrontendDetail[]): string | null {
  const told = details.flatMap(({ manifest, policies, apiBackends }) =>
    manifest === null || policies === null ? [] : [{ manifest, policies, apiBackends }],
  );
  const [first] = told;
  const [namespace, serviceName] = name.split('/');
  if (first === undefined || serviceName === undefined) return null;
  const { manifest, policies } = first;
  const ports = new Map(
    told.map(({ manifest: { port }, apiBackends }) => [
      `${port.port} ${port.protocol}`,
      {
        ...(port.name === null ? {} : { name: port.name }),
        port: port.port,
        protocol: port.protocol,
        targetPort:
          apiBackends?.[0]?.port ?? (typeof port.targetPort === 'number' ? port.targetPort : port.port),
        ...(port.nodePort === null ? {} : { nodePort: port.nodePort }),
      },
    ]),
  );
  const isExternal = manifest.type === 'NodePort' || manifest.type === 'LoadBalancer';
  const annotations = Object.fromEntries(
    Object.entries(policies.annotations).filter(([key]) =>
      annotationPrefixes.some((prefix) => key.startsWith(prefix)),
    ),
  );
  const isLocal =
    policies.externalTrafficPolicy === 'Local' && (isExternal || manifest.externalIPs.length > 0);
  return stringify({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: serviceName,
      namespace,
      ...(Object.keys(annotations).length === 0 ? {} : { annotations }),
    },
    spec: {
      type: manifest.type,
      clusterIPs: manifest.clusterIPs,
      ...(manifest.externalIPs.length === 0 ? {} : { externalIPs: manifest.externalIPs }),
      ...(isLocal ? { externalTrafficPolicy: 'Local' } : {}),
      ...(policies.internalTrafficPolicy === 'Local' ? { internalTrafficPolicy: 'Local' } : {}),
      ...(policies.sessionAffinity === 'ClientIP' ? { sessionAffinity: 'ClientIP' } : {}),
      ...(manifest.publishNotReadyAddresses ? { publishNotReadyAddresses: true } : {}),
      ...(manifest.healthCheckNodePort === null ? {} : { healthCheckNodePort: manifest.healthCheckNodePort }),
      ...(manifest.trafficDistribution === null ? {} : { trafficDistribution: manifest.trafficDistribution }),
      // Endpoints that somebody wrote by hand stand as pods here as well.
      selector: { app: 'as-in-the-cluster' },
      ports: [...ports.values()],
    },
    ...(manifest.type === 'LoadBalancer'
      ? { status: { loadBalancer: { ingress: manifest.loadBalancerIPs.map((ip) => ({ ip })) } } }
      : {}),
  });
}
