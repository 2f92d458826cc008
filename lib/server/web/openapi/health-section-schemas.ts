import { z } from 'zod';

const text = z.string().optional();
const count = z.number().optional();
const age = z.string().nullable().optional();

const remoteCluster = z.object({
  name: z.string(),
  ready: z.boolean(),
  status: text,
  nodes: count,
  endpoints: count,
  identities: count,
  services: count,
  failures: count,
  details: z.array(z.string()).optional(),
});

const healthProbe = z.object({
  target: z.string(),
  ip: z.string(),
  check: z.string(),
  isOk: z.boolean(),
  result: z.string(),
  lastProbedTimestamp: text,
});

const healthNode = z.object({
  name: z.string(),
  isLocalhost: z.boolean(),
  ip: text,
  node: text,
  endpoints: text,
  probes: z.array(healthProbe).optional(),
});

const controllerStatus = z.object({
  name: z.string(),
  consecutiveFailures: z.number(),
  message: text,
  lastSuccessAgo: age,
  lastFailureAgo: age,
  lastSuccessTimestamp: age,
  lastFailureTimestamp: age,
});

/** Sections about whether the agent, its jobs and its neighbours are well. */
export const healthSections = {
  clusterMesh: z
    .object({
      ready: z.number(),
      total: z.number(),
      globalServices: count,
      clusters: z.array(remoteCluster).optional(),
    })
    .optional(),
  controllers: z
    .object({ healthy: z.number(), total: z.number(), items: z.array(controllerStatus).optional() })
    .optional(),
  clusterHealth: z
    .object({
      reachable: z.number(),
      total: z.number(),
      probedTimestamp: text,
      probeInterval: text,
      nodes: z.array(healthNode).optional(),
    })
    .optional(),
  modulesHealth: z
    .object({
      stopped: count,
      degraded: count,
      ok: count,
      items: z.array(z.object({ path: z.string(), level: z.string(), message: z.string() })).optional(),
    })
    .optional(),
};
