import { z } from 'zod';
import type { PlanView } from '@/lib/snapshot/plan-view';
import { timestamp } from './common-schemas';
import type { Same } from './same-type';
import { configOwner } from './settings-schemas';

const verdict = z
  .enum(['pass', 'warn', 'fatal', 'unknown'])
  .meta({ description: '`fatal`: an agent would not start. `unknown`: it cannot be known from here.' });

const nodes = z.array(z.string()).meta({ description: 'Names of nodes.' });

const change = z
  .object({
    key: z.string(),
    name: z.string(),
    helm: z.string().meta({ description: 'Path of the Helm value.' }),
    now: z.array(z.object({ value: z.string().nullable(), isSet: z.boolean(), nodes: z.number().int() })),
    realised: z.array(z.object({ value: z.string().nullable(), nodes: z.number().int() })),
    to: z.string().nullable().meta({ description: 'Null: the key is taken out.' }),
    byDefault: z.string().nullable(),
    nodes,
    verdict,
  })
  .meta({
    id: 'PlannedChange',
    description: 'One key: what it says now, what agents report, what it would say.',
  });

const objectDiff = z
  .object({
    kind: z.enum(['ConfigMap', 'CiliumNodeConfig', 'DaemonSet']),
    object: z.string(),
    lines: z.array(
      z.object({
        sign: z.enum(['same', 'removed', 'added', 'gap']),
        number: z.number().int().nullable(),
        text: z.string(),
      }),
    ),
  })
  .meta({ id: 'ObjectDiff', description: 'What would be written in one object, line by line.' });

const rule = z
  .object({
    id: z.string(),
    verdict,
    message: z.string().meta({ description: 'Cilium’s words; for `unknown` what would have to be known.' }),
    logged: z.string().nullable().meta({ description: 'The whole message of the fatal line.' }),
    keys: z.array(z.string()),
    evidence: z.array(z.object({ key: z.string(), value: z.string().nullable(), isSet: z.boolean() })),
    nodes,
    touched: z.boolean().meta({ description: 'It looks at a key of the plan.' }),
    hiddenBehind: z.string().nullable().meta({ description: 'The rule that the agents would die of first.' }),
    findOut: z.string().nullable(),
  })
  .meta({ id: 'PlannedRule', description: 'What a rule says of the configuration as it would be.' });

const blastRadius = z
  .object({
    nodes: nodes.meta({ description: 'Nodes whose agent must start again.' }),
    frontends: z.object({ count: z.number().int(), outside: z.boolean() }),
    backends: z.number().int(),
    rollout: z.object({
      strategy: z.string().nullable(),
      atATime: z.number().int().nullable(),
      rounds: z.number().int().nullable(),
      aboutSeconds: z.number().nullable(),
      secondsAnAgent: z.number().nullable(),
      startLimitSeconds: z.number().int(),
    }),
    memory: z
      .object({ kernelBytes: z.number(), agentBytes: z.number(), tables: z.number().int() })
      .nullable()
      .meta({ description: 'What Maglev tables would take more on each node.' }),
    operatorKeys: z.array(z.string()).meta({ description: 'Keys that the operator reads as well.' }),
    connections: z.array(
      z.object({
        keys: z.array(z.string()),
        live: z.string(),
        breaks: z.string(),
        basis: z.enum(['documented', 'code', 'issues']),
      }),
    ),
    byHand: z.array(z.object({ title: z.string(), why: z.string(), command: z.string().nullable() })),
    comesAlong: z.array(
      z.object({ key: z.string(), from: z.string().nullable(), to: z.string().nullable(), nodes }),
    ),
  })
  .meta({ id: 'BlastRadius', description: 'What a plan touches, how long it takes, and what it breaks.' });

const canary = z
  .object({
    possible: z.boolean(),
    reasons: z
      .array(z.object({ what: z.string(), reason: z.string() }))
      .meta({ description: 'Why not, by key or node.' }),
    conditions: z
      .array(z.object({ what: z.string(), provided: z.string() }))
      .meta({ description: 'What must be so beside it, by key.' }),
    object: z
      .object({ apiVersion: z.string(), name: z.string(), hostnames: z.array(z.string()) })
      .nullable()
      .meta({ description: 'The CiliumNodeConfig that is written for the chosen nodes.' }),
    replaces: z
      .array(z.object({ apiVersion: z.string(), name: z.string() }))
      .meta({ description: 'CiliumNodeConfigs of earlier canaries that go with this plan.' }),
  })
  .meta({
    id: 'PlannedCanary',
    description: 'Whether the changes can be tried on some nodes before the others.',
  });

const commands = z
  .object({
    kubectl: z.string(),
    restart: z.string(),
    helmValues: z.string(),
    helmUpgrade: z.string().nullable(),
    nodeConfig: z.string().nullable(),
    pullRequest: z.object({ title: z.string(), body: z.string() }),
    undo: z.string(),
  })
  .meta({ id: 'PlanCommands', description: 'The same plan to take away. Nothing here runs it.' });

export const planView = z
  .object({
    id: z.string().meta({ description: 'Equal for equal changes to equal nodes.' }),
    applicable: z.boolean(),
    nodes: nodes.nullable(),
    versions: z.array(z.string()),
    owner: configOwner.nullable(),
    changes: z.array(change),
    unchanged: z.array(z.string()),
    refused: z.array(z.object({ what: z.string(), reason: z.string() })),
    unjudged: nodes,
    diff: z.array(objectDiff),
    rules: z.array(rule),
    canary,
    blastRadius,
    commands,
    madeTimestamp: timestamp,
    namespace: z.string(),
    configWrittenTimestamp: timestamp.nullable(),
  })
  .meta({ id: 'Plan', description: 'A change to the settings, as it would be on the cluster of now.' });

export const samePlanView: Same<z.infer<typeof planView>, PlanView> = true;
