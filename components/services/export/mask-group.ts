import type { Mask } from '@/lib/export/mask';
import { maskFrontend } from '@/lib/export/mask-frontend';
import { noNamespace, serviceBlock, type NamespaceGroup } from '../map/service-block';

/** A namespace's rows with placeholders, in the same order. Of a closed one only the counts are shown. */
export function maskGroup(
  mask: Mask,
  { namespace, blocks }: NamespaceGroup,
  closed: boolean,
): NamespaceGroup {
  const masked = namespace === noNamespace ? noNamespace : mask.name('namespace', namespace);
  if (closed) return { namespace: masked, blocks };
  return {
    namespace: masked,
    blocks: blocks.map(({ kind, name, frontends }) =>
      serviceBlock(
        { namespace: masked, name: mask.name(kind === 'pod' ? 'workload' : 'service', name), kind },
        frontends.map((frontend) => maskFrontend(mask, frontend)),
      ),
    ),
  };
}
