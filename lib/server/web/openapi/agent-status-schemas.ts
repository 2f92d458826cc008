import { z } from 'zod';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import { healthSections } from './health-section-schemas';
import { kubeProxyReplacement } from './kube-proxy-replacement-schemas';
import type { Same } from './same-type';
import { componentStatus, datapathSections, serviceSections } from './status-section-schemas';

export const agentStatus = z
  .object({
    kubeProxyReplacement: kubeProxyReplacement.optional(),
    cilium: componentStatus.optional(),
    kubernetes: componentStatus.extend({ apis: z.array(z.string()).optional() }).optional(),
    kvstore: componentStatus.optional(),
    containerRuntime: componentStatus.optional(),
    healthDaemon: componentStatus.optional(),
    authCertificateProvider: componentStatus.optional(),
    cniChaining: z.object({ mode: z.string() }).optional(),
    cniFile: z.object({ state: z.string().optional(), msg: z.string() }).optional(),
    stale: z.record(z.string(), z.string()).optional(),
    ...datapathSections,
    ...serviceSections,
    ...healthSections,
    identityRange: z.object({ min: z.number(), max: z.number() }).optional(),
    bpfMaps: z.array(z.object({ name: z.string(), size: z.number() })).optional(),
    bpfMapsDynamicSizeRatio: z.number().optional(),
    sections: z
      .record(z.string(), z.string())
      .meta({ description: 'Every top-level line of text output by its label; empty for JSON.' }),
    lines: z
      .record(z.string(), z.number())
      .meta({ description: 'Line of the output each value came from, by dotted path.' }),
    unparsed: z.array(z.object({ line: z.number(), text: z.string(), reason: z.string() })),
  })
  .meta({ id: 'AgentStatus', description: 'What `cilium status` said on one node.' });

export const sameAgentStatus: Same<z.infer<typeof agentStatus>, AgentStatus> = true;
