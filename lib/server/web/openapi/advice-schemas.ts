import { z } from 'zod';
import { fieldIds } from '@/lib/cilium/fields/field-id';
import type { AdviceView } from '@/lib/snapshot/advice/advice-view';
import { revision } from './common-schemas';
import type { Same } from './same-type';

const nodes = z.array(z.string());
const all = z.boolean().meta({ description: 'True where these are the nodes of every agent.' });

const evidence = z
  .object({
    subject: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('agents'), nodes, all }),
      z.object({ kind: z.literal('service'), namespace: z.string(), name: z.string() }),
      z.object({ kind: z.literal('frontend'), frontendKey: z.string() }),
      z.object({ kind: z.literal('workload'), namespace: z.string(), name: z.string(), nodes, all }),
    ]),
    source: z.enum(['reported', 'configured', 'api']).meta({
      description:
        'Who says so: agents, their configuration (they print nothing of it), or an object of the API.',
    }),
    key: z.string(),
    value: z.string(),
  })
  .meta({ id: 'AdviceEvidence', description: 'One fact out of this cluster: of whom, what, and its value.' });

const item = z
  .object({
    id: z.string().meta({ description: 'The id of the rule: one rule speaks once.' }),
    title: z.string(),
    field: z.enum(fieldIds).meta({ description: 'The line of `cilium status` that explains the matter.' }),
    issue: z.number().int().nullable().meta({ description: 'An issue of cilium/cilium that tells more.' }),
    severity: z.enum(['warn', 'info']),
    reason: z.string(),
    evidence: z.array(evidence),
    todo: z.string(),
    evidenceCount: z.number().int().meta({ description: '`evidence` may be the first part of it.' }),
    fingerprint: z.string().meta({ description: 'Equal as long as all the evidence is.' }),
  })
  .meta({ id: 'Advice', description: 'What one rule has to say, and what it goes by.' });

export const adviceView = z
  .object({
    revision,
    ruleCount: z.number().int(),
    agents: z.object({ total: z.number().int(), known: z.number().int() }),
    gaps: z
      .array(z.enum(['services', 'pods', 'nodes', 'configuration']))
      .meta({ description: 'What may not be read: rules that need it say nothing.' }),
    items: z.array(item),
  })
  .meta({ id: 'AdviceList', description: 'What rules have to say of this cluster, what does harm first.' });

export const sameAdviceView: Same<z.infer<typeof adviceView>, AdviceView> = true;
