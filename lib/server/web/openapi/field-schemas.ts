import { z } from 'zod';
import type { FieldList } from '@/lib/cilium/fields/field-view';
import { fieldIds } from '@/lib/cilium/fields/field-id';
import type { Same } from './same-type';

const fieldId = z.enum(fieldIds).meta({ id: 'FieldId' });
const span = {
  since: z
    .string()
    .optional()
    .meta({ description: 'The first version it holds for; missing: from the first.' }),
  until: z
    .string()
    .optional()
    .meta({ description: 'The last one, with all its patches; missing: to the newest.' }),
};
const versionSpan = z.object(span).meta({ id: 'VersionSpan' });

const words = {
  text: z.string().meta({ description: 'A sentence or two; code stands in backticks.' }),
  expert: z.string().meta({ description: 'What follows it for experts; may be empty.' }),
};
const passage = z.object({ ...words, ...span }).meta({ id: 'Passage' });

const setting = z
  .object({
    helm: z.string().nullable().meta({ description: 'Helm value; null where the chart has none.' }),
    key: z.string().meta({ description: 'Key in the ConfigMap `cilium-config`.' }),
    values: z.array(z.string()),
    default: z.string(),
    note: z.string().optional(),
    operator: z.boolean().optional().meta({ description: 'The operator reads it too.' }),
    forcedOn: z
      .boolean()
      .optional()
      .meta({ description: 'Full replacement switches it on whatever it says.' }),
    ...span,
  })
  .meta({ id: 'FieldSetting', description: 'How it is set. Takes effect when agents restart.' });

const field = z
  .object({
    id: fieldId,
    title: z.string(),
    labels: z.array(z.string()).meta({ description: 'As printed, in any version.' }),
    block: z.enum(['details', 'nat46x64', 'services', 'annotations', 'output']),
    path: z.string().nullable().meta({ description: 'Where the value stands in an agent’s status.' }),
    printed: z.array(versionSpan),
    printedThere: z.boolean().nullable().meta({ description: 'Whether the version asked for prints it.' }),
    printedWhen: z.string(),
    what: z.array(passage),
    why: z.array(passage),
    costs: z.array(z.object({ ...words, ...span, when: z.array(z.string()).nullable() })),
    misunderstood: z.array(z.object({ claim: z.string(), truth: z.string(), expert: z.string(), ...span })),
    prerequisites: z.array(passage),
    settings: z.array(setting),
    grep: z.string().meta({ description: 'A pattern that finds the line in `status --verbose`.' }),
    checks: z.array(z.object({ args: z.array(z.string()), shows: z.string(), ...span })),
    versions: z.array(z.string()),
    docs: z.string().meta({ description: 'The page of the official documentation, of that version.' }),
    related: z.array(fieldId),
  })
  .meta({ id: 'Field', description: 'One line of `cilium status`, explained.' });

/** `GET /api/v1/fields`. */
export const fieldListSchema = z
  .object({ version: z.string().nullable(), items: z.array(field) })
  .meta({ id: 'FieldList' });

/** The query of `GET /api/v1/fields`. */
export const fieldQuery = z.strictObject({
  version: z
    .string()
    .regex(/^v?1\.\d{1,3}(\.\d{1,4})?$/, 'A release of Cilium such as 1.18 or 1.18.2.')
    .optional()
    .meta({ description: 'Only what holds for this release of Cilium.', example: '1.18' }),
});

export const sameFieldList: Same<z.infer<typeof fieldListSchema>, FieldList> = true;
