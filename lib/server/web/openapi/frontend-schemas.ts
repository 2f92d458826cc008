import { z } from 'zod';
import type { FrontendDetail, FrontendView } from '@/lib/snapshot/frontend-view';
import { timestamp } from './common-schemas';
import type { Same } from './same-type';

export const serviceType = z.enum([
  'ClusterIP',
  'NodePort',
  'LoadBalancer',
  'ExternalIPs',
  'HostPort',
  'LocalRedirect',
  'NONE',
]);

export const backendState = z.enum([
  'active',
  'terminating',
  'terminating-not-serving',
  'quarantined',
  'maintenance',
]);

export const differenceKinds = [
  'leftover-backend',
  'missing-backend',
  'wrong-state',
  'quarantined-backend',
  'leftover-row',
  'missing-row',
  'wrong-type',
  'nodes-disagree',
] as const;

export const problemKind = z.enum([...differenceKinds, 'no-backends', 'no-active-backend']);

export const severity = z.enum(['critical', 'high', 'medium', 'low']).meta({
  description:
    'critical: new connections go to what is gone; high: connections through the node fail; medium: fewer backends; low: nothing that a connection would notice.',
});

export const doubtReason = z.enum([
  'objects-unread',
  'remote-clusters',
  'proxy-port',
  'proxied-before-1.18',
  'claimed-twice',
  'two-slices',
  'one-port-number',
  'zone-hints',
  'topology-unknown',
  'load-balancer-ip-mode',
  'scope-annotation',
  'unspecified-host-ip',
  'node-address-unknown',
  'node-address-in-range',
  'redirect-detail',
  'policies-unread',
  'pods-unread',
  'protocols-unknown',
]);

const concreteProtocol = z.enum(['TCP', 'UDP', 'SCTP', 'ANY', 'NONE']);
const protocol = concreteProtocol.nullable();
const nodes = z.array(z.string()).meta({ description: 'Names of nodes, sorted.' });

/** Labels of a Service. */
export const labels = z
  .array(z.string())
  .meta({ description: 'Labels of its Service as `key=value`, sorted.', example: ['app=checkout'] });

const target = z
  .object({
    kind: z.enum(['pod', 'host', 'outside', 'unknown']),
    namespace: z.string().nullable(),
    name: z.string().nullable(),
    workload: z.string().nullable(),
    node: z.string().nullable(),
    zone: z.string().nullable(),
  })
  .meta({ id: 'BackendTarget', description: 'What runs behind the address, as the Kubernetes API has it.' });

export const backendFacts = z.object({
  ip: z.string(),
  port: z.number().int(),
  protocol,
  state: backendState.nullable(),
  preferred: z.boolean().nullable(),
  statesDiffer: z.boolean(),
  target,
});

const frontendProblem = z
  .object({
    kind: problemKind,
    severity,
    text: z.string(),
    nodes,
    backend: z.string().nullable().meta({ example: '10.0.0.1:8080/TCP' }),
    sinceTimestamp: timestamp.nullable(),
  })
  .meta({ id: 'FrontendProblem' });

export const serviceRef = z.object({
  namespace: z.string(),
  name: z.string(),
  portName: z.string().nullable(),
});

export const frontendFacts = z.object({
  key: z.string().meta({ example: '10.96.0.1:443/TCP' }),
  ip: z.string(),
  port: z.number().int(),
  protocol,
  scope: z.enum(['external', 'internal']),
  type: serviceType.nullable(),
  remote: z.boolean(),
  service: serviceRef.nullable(),
  nodeLocal: z.boolean(),
  ownBackends: z.boolean(),
  problems: z.array(frontendProblem),
  doubt: z
    .object({ about: z.enum(['row', 'backends']), reason: doubtReason })
    .nullable()
    .meta({ description: 'Why some of it cannot be judged from what may be read.' }),
  changedTimestamp: timestamp,
});

export const nodeSet = z.number().int().meta({ description: 'Index into `nodeSets`.' });
const labelSet = z.number().int().meta({ description: 'Index into `labelSets`.' });

export const packedFrontend = frontendFacts
  .extend({ labels: labelSet, nodes: nodeSet, backends: z.array(backendFacts.extend({ nodes: nodeSet })) })
  .meta({
    id: 'PackedFrontend',
    description: 'A frontend whose lists of nodes stand in `nodeSets`, its labels in `labelSets`.',
  });

export const frontendView = frontendFacts
  .extend({ labels, nodes, backends: z.array(backendFacts.extend({ nodes })) })
  .meta({ id: 'FrontendView', description: 'One frontend over all agents.' });

const serviceManifest = z
  .object({
    type: z.string(),
    clusterIPs: z.array(z.string()),
    externalIPs: z.array(z.string()),
    loadBalancerIPs: z.array(z.string()),
    loadBalancerClass: z.string().nullable(),
    port: z.object({
      name: z.string().nullable(),
      port: z.number().int(),
      protocol: concreteProtocol,
      targetPort: z.union([z.number(), z.string()]).nullable(),
      nodePort: z.number().int().nullable(),
    }),
    hasSelector: z.boolean(),
    publishNotReadyAddresses: z.boolean(),
    healthCheckNodePort: z.number().int().nullable(),
    trafficDistribution: z.string().nullable(),
  })
  .meta({ id: 'ServiceManifest', description: 'The Service of a frontend, as the Kubernetes API has it.' });

export const frontendDetail = z
  .object({
    frontend: frontendView,
    manifest: serviceManifest.nullable(),
    policies: z
      .object({
        externalTrafficPolicy: z.string().nullable(),
        internalTrafficPolicy: z.string().nullable(),
        sessionAffinity: z.string().nullable(),
        sessionAffinityTimeoutSeconds: z.number().nullable(),
        sourceRanges: z.array(z.string()),
        annotations: z.record(z.string(), z.string()),
      })
      .nullable(),
    apiBackends: z
      .array(
        z.object({
          ip: z.string(),
          port: z.number().int(),
          ready: z.boolean(),
          serving: z.boolean(),
          terminating: z.boolean(),
          node: z.string().nullable(),
          zone: z.string().nullable(),
          hinted: z.boolean(),
          weight: z.number().int().nullable(),
        }),
      )
      .nullable(),
    perNode: z.array(
      z.object({
        node: z.string(),
        pod: z.string(),
        id: z.number().int(),
        answeredTimestamp: timestamp,
        stale: z.boolean(),
        line: z.number().int(),
        lines: z.array(z.string()),
      }),
    ),
  })
  .meta({ id: 'FrontendDetail', description: 'One frontend, with the lines of output it came from.' });

export const sameFrontendView: Same<z.infer<typeof frontendView>, FrontendView> = true;
export const sameFrontendDetail: Same<z.infer<typeof frontendDetail>, FrontendDetail> = true;
