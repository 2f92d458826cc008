import { z } from 'zod';
import type { AgentView, RawAnswerView } from '@/lib/snapshot/agent-view';
import type { AgentList } from '@/lib/snapshot/live-event';
import { agentStatus } from './agent-status-schemas';
import { problem, revision, timestamp } from './common-schemas';
import type { Same } from './same-type';
import { clusterFacts } from './source-schemas';

export const agentCommand = z.enum(['status', 'service-list']);

const answerView = z
  .object({
    answeredTimestamp: timestamp.nullable(),
    askedTimestamp: timestamp.nullable(),
    durationMs: z.number().nullable(),
    sizeBytes: z.number().nullable(),
    stale: z.boolean().meta({ description: 'True when the agent failed since the value shown was given.' }),
    problem: problem.nullable(),
    unparsedCount: z.number().int(),
  })
  .meta({ id: 'AnswerView', description: 'The age of an answer, and what went wrong since.' });

const answersByCommand = z
  .object({ status: answerView, 'service-list': answerView })
  .meta({ id: 'AnswersByCommand' });

export const agentView = z
  .object({
    node: z.string(),
    namespace: z.string(),
    pod: z.string(),
    container: z.string(),
    image: z.string().nullable(),
    daemonSet: z.string().nullable(),
    nodeIPs: z.array(z.string()),
    zone: z.string().nullable(),
    podReady: z.boolean(),
    podPhase: z.string(),
    restarts: z.number().int(),
    startedTimestamp: timestamp.nullable(),
    version: z.string().nullable(),
    binary: z.enum(['cilium-dbg', 'cilium']).nullable(),
    status: agentStatus.nullable(),
    frontendCount: z.number().int().nullable(),
    backendCount: z.number().int().nullable(),
    answers: answersByCommand,
  })
  .meta({ id: 'AgentView', description: 'One Cilium agent.' });

export const agentAnswers = agentView
  .pick({ answers: true, frontendCount: true, backendCount: true })
  .meta({ id: 'AgentAnswers', description: 'What changes of an agent with each answer.' });

export const agentList = z
  .object({ revision, items: z.array(agentView), facts: clusterFacts })
  .meta({ id: 'AgentList' });

export const rawAnswerView = z
  .object({
    node: z.string(),
    namespace: z.string(),
    pod: z.string(),
    container: z.string(),
    argv: z.array(z.string()),
    kubectl: z.string(),
    stdout: z.string(),
    stderr: z.string(),
    exitCode: z.number().int().nullable(),
    durationMs: z.number(),
    answeredTimestamp: timestamp,
    truncated: z.boolean(),
    problem: problem.nullable(),
  })
  .meta({ id: 'RawAnswerView', description: 'What was run in the agent and what came back, byte for byte.' });

export const sameAgentView: Same<z.infer<typeof agentView>, AgentView> = true;
export const sameAgentList: Same<z.infer<typeof agentList>, AgentList> = true;
export const sameRawAnswerView: Same<z.infer<typeof rawAnswerView>, RawAnswerView> = true;
