import type { Depth } from '../group/zoom';
import { blockHeight } from '../map/block-rows';
import type { ServiceBlock } from '../map/service-block';
import { mapMetrics } from '../map/map-layout';
import type { FoldState } from '../map/node-address-fold';
import type { RowGroup } from '../group/row-group';

/** Height of a row of the map. */
export const rowPixels = mapMetrics.frontend;

/** The groups that begin in the first `most` pixels of a map, the last of them without the blocks below. */
export function cutGroups(
  groups: readonly RowGroup[],
  isOpen: FoldState,
  isClosed: (value: string) => boolean,
  most: number,
): RowGroup[] {
  const kept: RowGroup[] = [];
  let height = 0;
  for (const group of groups) {
    if (height >= most) break;
    height += mapMetrics.head + mapMetrics.namespaceGap;
    if (isClosed(group.value)) {
      kept.push(group);
      continue;
    }
    const blocks = [];
    for (const block of group.blocks) {
      if (height >= most) break;
      blocks.push(block);
      height += blockHeight(block, isOpen, mapMetrics).height + mapMetrics.blockGap;
    }
    kept.push({ ...group, blocks });
  }
  return kept;
}

/** How many rows there are in both lists, without those of closed groups and what is summed up. */
export function countGroups(
  groups: readonly RowGroup[],
  isClosed: (value: string) => boolean,
  depthOf: (block: ServiceBlock) => Depth = () => 'backends',
): { frontends: number; backends: number } {
  let frontends = 0;
  let backends = 0;
  for (const { value, blocks } of groups) {
    if (isClosed(value)) continue;
    for (const block of blocks) {
      const depth = depthOf(block);
      if (depth !== 'services') frontends += block.frontends.length;
      if (depth === 'backends') backends += block.backendCount;
    }
  }
  return { frontends, backends };
}
