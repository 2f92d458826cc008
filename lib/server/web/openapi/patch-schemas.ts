import { z } from 'zod';
import type { PackedNodes } from '@/lib/snapshot/live-event';
import type { FrontendPatch } from '@/lib/snapshot/patch/frontend-patch';
import { backendFacts, frontendFacts, labels, nodeSet } from './frontend-schemas';
import type { Same } from './same-type';

const place = z.number().int().meta({ description: 'Place in the list of backends as it was before.' });

const backendPatch = z.union([
  z
    .object({ from: place, count: z.number().int() })
    .meta({ description: 'Backends that stay as they were.' }),
  z
    .object({ at: place, nodes: nodeSet.optional(), fields: backendFacts.partial() })
    .meta({ description: 'A backend of which something changed.' }),
  z.object({ backend: backendFacts.extend({ nodes: nodeSet }) }).meta({ description: 'A new backend.' }),
]);

export const frontendPatch = z
  .object({
    key: z.string().meta({ example: '10.96.0.1:443/TCP' }),
    fields: frontendFacts.omit({ key: true }).extend({ labels }).partial(),
    nodes: nodeSet.optional(),
    backends: z.array(backendPatch).optional(),
  })
  .meta({
    id: 'FrontendPatch',
    description:
      'What changed of a frontend since the revision before: new values of fields; where any backend is not the same, the whole list in its new order.',
  });

export const sameFrontendPatch: Same<z.infer<typeof frontendPatch>, FrontendPatch<PackedNodes>> = true;
