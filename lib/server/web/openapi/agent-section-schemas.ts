import { z } from 'zod';

const text = z.string();
const optionalText = z.string().optional();
const optionalNumber = z.number().optional();
const texts = z.array(z.string());
const bigTCP = z
  .object({ enabled: z.boolean(), maxGRO: optionalNumber, maxGSO: optionalNumber })
  .meta({ id: 'BigTCP' });

export const componentStatus = z.object({ state: text, msg: optionalText }).meta({ id: 'ComponentStatus' });

const neverOrText = z.string().nullable().optional().meta({ description: 'Null means never.' });

const controllers = z
  .object({
    healthy: z.number(),
    total: z.number(),
    items: z
      .array(
        z.object({
          name: text,
          consecutiveFailures: z.number(),
          message: optionalText,
          lastSuccessAgo: neverOrText,
          lastFailureAgo: neverOrText,
          lastSuccessTimestamp: neverOrText,
          lastFailureTimestamp: neverOrText,
        }),
      )
      .optional(),
  })
  .meta({ id: 'ControllersStatus' });

const healthNode = z
  .object({
    name: text,
    isLocalhost: z.boolean(),
    ip: optionalText,
    node: optionalText,
    endpoints: optionalText,
    probes: z
      .array(
        z.object({
          target: text,
          ip: text,
          check: text,
          isOk: z.boolean(),
          result: text,
          lastProbedTimestamp: optionalText,
        }),
      )
      .optional(),
  })
  .meta({ id: 'HealthNode' });

const clusterMesh = z
  .object({
    ready: z.number(),
    total: z.number(),
    globalServices: optionalNumber,
    clusters: z
      .array(
        z.object({
          name: text,
          ready: z.boolean(),
          status: optionalText,
          nodes: optionalNumber,
          endpoints: optionalNumber,
          identities: optionalNumber,
          services: optionalNumber,
          failures: optionalNumber,
          details: texts.optional(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'ClusterMeshStatus' });

/** What an agent says of its datapath beside the kube-proxy replacement. */
export const datapathSections = {
  hostFirewall: z.object({ enabled: z.boolean(), devices: texts.optional() }).optional(),
  srv6: z.object({ enabled: z.boolean(), encapMode: optionalText }).optional(),
  cniChaining: z.object({ mode: text }).optional(),
  cniFile: z.object({ state: optionalText, msg: text }).optional(),
  ipv4BigTCP: bigTCP.optional(),
  ipv6BigTCP: bigTCP.optional(),
  bandwidthManager: z
    .object({ enabled: z.boolean(), congestionControl: optionalText, devices: texts.optional() })
    .optional(),
  hostRouting: z.object({ mode: text }).optional(),
  routing: z.object({ network: text, tunnelProtocol: optionalText, host: text }).optional(),
  attachMode: optionalText,
  deviceMode: z.object({ mode: text, configured: optionalText }).optional(),
  masquerading: z
    .object({
      enabled: z.boolean(),
      mode: optionalText,
      ipMasqAgent: z.boolean().optional(),
      ipv4: z.boolean().optional(),
      ipv6: z.boolean().optional(),
      snatExclusionCIDRv4: optionalText,
      snatExclusionCIDRv6: optionalText,
      devices: texts.optional(),
    })
    .optional(),
  clockSource: z.object({ mode: text, hertz: optionalNumber }).optional(),
  encryption: z
    .object({
      mode: text,
      msg: optionalText,
      nodeEncryption: optionalText,
      interfaces: z
        .array(z.object({ name: text, publicKey: text, listenPort: z.number(), peerCount: z.number() }))
        .optional(),
    })
    .optional(),
};

/** What an agent says of its own parts and of its neighbours. */
export const agentSections = {
  healthDaemon: componentStatus.optional(),
  authCertificateProvider: componentStatus.optional(),
  stale: z.record(z.string(), z.string()).optional(),
  nodeMonitor: z
    .object({
      enabled: z.boolean(),
      cpus: optionalNumber,
      pages: optionalNumber,
      pageSizeBytes: optionalNumber,
      lost: optionalNumber,
      unknown: optionalNumber,
    })
    .optional(),
  ipam: z.object({ status: text, allocations: z.record(z.string(), z.string()).optional() }).optional(),
  clusterMesh: clusterMesh.optional(),
  controllers: controllers.optional(),
  proxy: z
    .object({
      enabled: z.boolean(),
      ip: optionalText,
      redirectCount: optionalNumber,
      portRange: optionalText,
      envoy: optionalText,
      redirects: z.array(z.object({ proxy: text, name: text, port: z.number() })).optional(),
    })
    .optional(),
  identityRange: z.object({ min: z.number(), max: z.number() }).optional(),
  hubble: componentStatus
    .extend({
      currentFlows: optionalNumber,
      maxFlows: optionalNumber,
      flowsPerSecond: optionalNumber,
      metrics: optionalText,
    })
    .optional(),
  clusterHealth: z
    .object({
      reachable: z.number(),
      total: z.number(),
      probedTimestamp: optionalText,
      probeInterval: optionalText,
      nodes: z.array(healthNode).optional(),
    })
    .optional(),
  modulesHealth: z
    .object({
      stopped: optionalNumber,
      degraded: optionalNumber,
      ok: optionalNumber,
      items: z.array(z.object({ path: text, level: text, message: text })).optional(),
    })
    .optional(),
};
