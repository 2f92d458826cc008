import { z } from 'zod';

const text = z.string().optional();
const count = z.number().optional();

export const componentStatus = z
  .object({ state: z.string().meta({ description: 'Ok, Warning, Failure or Disabled.' }), msg: text })
  .meta({ id: 'ComponentStatus' });

const bigTCP = z.object({ enabled: z.boolean(), maxGRO: count, maxGSO: count });

/** Sections about the datapath. */
export const datapathSections = {
  hostFirewall: z.object({ enabled: z.boolean(), devices: z.array(z.string()).optional() }).optional(),
  srv6: z.object({ enabled: z.boolean(), encapMode: text }).optional(),
  ipv4BigTCP: bigTCP.optional(),
  ipv6BigTCP: bigTCP.optional(),
  bandwidthManager: z
    .object({
      enabled: z.boolean(),
      congestionControl: text,
      devices: z.array(z.string()).optional(),
    })
    .optional(),
  hostRouting: z.object({ mode: z.string() }).optional(),
  routing: z.object({ network: z.string(), tunnelProtocol: text, host: z.string() }).optional(),
  attachMode: text,
  deviceMode: z.object({ mode: z.string(), configured: text }).optional(),
  masquerading: z
    .object({
      enabled: z.boolean(),
      mode: text,
      ipMasqAgent: z.boolean().optional(),
      ipv4: z.boolean().optional(),
      ipv6: z.boolean().optional(),
      snatExclusionCIDRv4: text,
      snatExclusionCIDRv6: text,
      devices: z.array(z.string()).optional(),
    })
    .optional(),
  clockSource: z.object({ mode: z.string(), hertz: count }).optional(),
};

const wireguardInterface = z.object({
  name: z.string(),
  publicKey: z.string(),
  listenPort: z.number(),
  peerCount: z.number(),
});

/** Sections about what else the agent runs. */
export const serviceSections = {
  nodeMonitor: z
    .object({
      enabled: z.boolean(),
      cpus: count,
      pages: count,
      pageSizeBytes: count,
      lost: count,
      unknown: count,
    })
    .optional(),
  ipam: z.object({ status: z.string(), allocations: z.record(z.string(), z.string()).optional() }).optional(),
  proxy: z
    .object({
      enabled: z.boolean(),
      ip: text,
      redirectCount: count,
      portRange: text,
      envoy: text,
      redirects: z.array(z.object({ proxy: z.string(), name: z.string(), port: z.number() })).optional(),
    })
    .optional(),
  hubble: componentStatus
    .extend({ currentFlows: count, maxFlows: count, flowsPerSecond: count, metrics: text })
    .optional(),
  encryption: z
    .object({
      mode: z.string(),
      msg: text,
      nodeEncryption: text,
      interfaces: z.array(wireguardInterface).optional(),
    })
    .optional(),
};
