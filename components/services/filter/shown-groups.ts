import type { NamespaceGroup, ServiceBlock } from '../map/service-block';
import { byNamespace, serviceBlock } from '../map/service-block';
import type { FrontendIndex } from './frontend-index';
import { passes } from './match-frontends';

/** The Services that have a row to show, with these rows. One that is shown whole is the index's own block. */
export function shownGroups(index: FrontendIndex, failed: Uint8Array): readonly NamespaceGroup[] {
  const blocks: ServiceBlock[] = [];
  for (const { block, start } of index.blocks) {
    const shown = block.frontends.filter((_, at) => passes(failed[start + at]));
    if (shown.length === block.frontends.length) blocks.push(block);
    else if (shown.length > 0) blocks.push(serviceBlock(block, shown));
  }
  return blocks.length === index.blocks.length ? index.groups : byNamespace(blocks);
}
