import type { Mask } from '@/lib/export/mask';
import { maskFrontend } from '@/lib/export/mask-frontend';
import type { RowGroup } from '../group/row-group';
import { noValue } from '../group/row-group';
import { serviceBlock } from '../map/service-block';

/** A group's rows with placeholders, in the same order. Of a closed one only the counts are shown. */
export function maskGroup(mask: Mask, { by, value, blocks }: RowGroup, closed: boolean): RowGroup {
  const masked = maskGroupValue(mask, by, value);
  if (closed) return { by, value: masked, blocks };
  return {
    by,
    value: masked,
    blocks: blocks.map(({ id, kind, namespace, name, frontends }) =>
      serviceBlock(
        {
          namespace: namespace === noValue ? noValue : mask.name('namespace', namespace),
          name: mask.name(kind === 'pod' ? 'workload' : 'service', name),
          kind,
        },
        frontends.map((frontend) => maskFrontend(mask, frontend)),
        id,
      ),
    ),
  };
}

/** The value of a group with a placeholder, where it is a name. */
export function maskGroupValue(mask: Mask, by: RowGroup['by'], value: string): string {
  return by === 'type' || value === noValue ? value : mask.name(by, value);
}
