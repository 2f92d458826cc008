import { z } from 'zod';
import type { SettingsView } from '@/lib/snapshot/settings-view';
import { problem, revision, timestamp } from './common-schemas';
import type { Same } from './same-type';

export const configOwner = z
  .object({
    kind: z.enum(['helm', 'argo-cd', 'flux-helm', 'flux-kustomize', 'kops', 'rke2', 'olm', 'aks', 'unknown']),
    name: z.string(),
    evidence: z.string().meta({ description: 'The label, annotation or manager that says so.' }),
    consequence: z.string().meta({ description: 'What becomes of a change made in the ConfigMap itself.' }),
    changeIn: z.string(),
    release: z.object({ namespace: z.string(), name: z.string() }).nullable(),
  })
  .meta({ id: 'ConfigOwner', description: 'Who writes the ConfigMap.' });

const helmRelease = z.discriminatedUnion('state', [
  z.object({
    state: z.literal('read'),
    name: z.string(),
    namespace: z.string(),
    revision: z.number().int(),
    chartVersion: z.string().nullable(),
  }),
  z.object({ state: z.literal('none') }),
  z.object({ state: z.literal('unread'), name: z.string(), namespace: z.string(), problem }),
]);

const configuration = z
  .object({
    namespace: z.string(),
    configMap: z
      .object({ name: z.string(), writtenTimestamp: timestamp.nullable(), owner: configOwner })
      .nullable(),
    nodeConfigs: z.array(z.string()),
    helm: helmRelease,
    problem: problem.nullable(),
  })
  .meta({
    id: 'Configuration',
    description: 'Where the agents of a namespace have their configuration from.',
  });

const desired = z.object({
  value: z.string().nullable().meta({ description: 'Null where the agent computes it.' }),
  source: z.object({
    kind: z.enum(['config-map', 'node-config', 'default', 'computed']),
    object: z.string().nullable(),
  }),
  writtenAs: z.string().nullable().meta({ description: 'The key as written, where it is an older name.' }),
  instead: z.object({ value: z.string(), object: z.string() }).nullable(),
});

const setting = z
  .object({
    key: z.string(),
    name: z.string(),
    desired,
    realised: z.string().nullable().meta({ description: 'What the agent reports; null: nothing.' }),
    verdict: z.enum([
      'in-effect',
      'pending-restart',
      'overridden',
      'not-reported',
      'ignored',
      'fatal',
      'differs',
      'unknown',
    ]),
    reason: z.string(),
    rule: z.string().nullable().meta({ description: 'The id of the rule behind the verdict.' }),
    since: timestamp.nullable(),
    helm: z.object({ path: z.string(), value: z.string().nullable() }),
  })
  .meta({ id: 'Setting', description: 'One key of the configuration, on the nodes of a group.' });

const brokenRule = z
  .object({
    id: z.string(),
    verdict: z.enum(['pass', 'warn', 'fatal', 'unknown']),
    effect: z.enum(['fatal', 'warn', 'overrides']),
    message: z.string(),
    logged: z.string().nullable().meta({ description: 'The whole message of the fatal line.' }),
    keys: z.array(z.string()),
    forces: z.object({ key: z.string(), value: z.string() }).nullable(),
    evidence: z.array(z.object({ key: z.string(), value: z.string().nullable(), isSet: z.boolean() })),
  })
  .meta({ id: 'BrokenRule', description: 'A start-up rule of Cilium that the configuration breaks.' });

export const settingsView = z
  .object({
    revision,
    configurations: z.array(configuration),
    groups: z.array(
      z.object({
        nodes: z.array(z.string()),
        namespace: z.string(),
        version: z.string(),
        settings: z.array(setting),
        rules: z.array(brokenRule),
      }),
    ),
    unjudged: z.array(
      z.object({ node: z.string(), reason: z.enum(['version-unknown', 'configuration-unread']) }),
    ),
  })
  .meta({ id: 'Settings', description: 'What is desired of each setting, beside what the agents report.' });

export const sameSettingsView: Same<z.infer<typeof settingsView>, SettingsView> = true;
