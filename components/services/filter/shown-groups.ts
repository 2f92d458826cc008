import type { ServiceBlock } from '../map/service-block';
import { byNamespace, serviceBlock } from '../map/service-block';
import type { FrontendIndex } from './frontend-index';
import { passes } from './match-frontends';
import type { RowGroup } from '../group/row-group';

/** The Services that have a row to show, with these rows. One that is shown whole is the index's own block. */
export function shownGroups(index: FrontendIndex, failed: Uint8Array): readonly RowGroup[] {
  const blocks: ServiceBlock[] = [];
  for (const { block, start } of index.blocks) {
    const count = block.frontends.reduce((sum, _, at) => sum + Number(passes(failed[start + at])), 0);
    if (count === block.frontends.length) blocks.push(block);
    else if (count > 0) {
      blocks.push(
        serviceBlock(
          block,
          block.frontends.filter((_, at) => passes(failed[start + at])),
        ),
      );
    }
  }
  return blocks.length === index.blocks.length ? index.groups : byNamespace(blocks);
}
