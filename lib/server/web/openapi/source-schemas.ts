import { z } from 'zod';
import type { ClusterFacts } from '@/lib/snapshot/cluster-facts';
import type { SourceView } from '@/lib/snapshot/source-view';
import { problem, timestamp } from './common-schemas';
import type { Same } from './same-type';

export const sourceView = z
  .object({
    kind: z.enum(['training', 'kubeconfig', 'in-cluster']),
    title: z.string(),
    cluster: z.string(),
    context: z.string().nullable(),
    scenario: z.string().nullable(),
    server: z.string(),
    namespace: z
      .string()
      .nullable()
      .meta({ description: 'Where agents are looked for; null means everywhere.' }),
    user: z.string().nullable(),
    kubernetesVersion: z.string().nullable(),
    readOnly: z.boolean(),
    sweepIntervalMs: z.number(),
    problem: problem.nullable().meta({ description: 'Null when the API server answered the last call.' }),
    startedTimestamp: timestamp,
  })
  .meta({ id: 'SourceView', description: 'Which cluster the dashboard looks at.' });

const desiredReady = z
  .object({ desired: z.number().int(), ready: z.number().int() })
  .meta({ id: 'DesiredReady' });

const imageCount = z.object({ image: z.string(), pods: z.number().int() }).meta({ id: 'ImageCount' });

export const clusterFacts = z
  .object({
    agents: desiredReady.nullable(),
    operator: desiredReady.nullable(),
    envoy: desiredReady.nullable(),
    agentImages: z.array(imageCount),
    operatorImages: z.array(imageCount),
    pods: z.object({ total: z.number().int(), managed: z.number().int().nullable() }).nullable(),
    nodes: z.object({ total: z.number().int(), ready: z.number().int() }).nullable(),
    services: z.number().int().nullable(),
    serviceKinds: z
      .record(z.enum(['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName', 'Headless']), z.number().int())
      .nullable(),
    kubeProxyPods: z.number().int().nullable(),
  })
  .meta({ id: 'ClusterFacts', description: 'The cluster as a whole; null where the API did not say.' });

export const sameSourceView: Same<z.infer<typeof sourceView>, SourceView> = true;
export const sameClusterFacts: Same<z.infer<typeof clusterFacts>, ClusterFacts> = true;
