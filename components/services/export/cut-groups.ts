import { blockHeight } from '../map/block-rows';
import { mapMetrics } from '../map/map-layout';
import type { FoldState } from '../map/node-address-fold';
import type { NamespaceGroup } from '../map/service-block';

/** Height of a row of the map. */
export const rowPixels = mapMetrics.frontend;

/** The groups that begin in the first `most` pixels of a map, the last of them without the blocks below. */
export function cutGroups(
  groups: readonly NamespaceGroup[],
  isOpen: FoldState,
  isClosed: (namespace: string) => boolean,
  most: number,
): NamespaceGroup[] {
  const kept: NamespaceGroup[] = [];
  let height = 0;
  for (const group of groups) {
    if (height >= most) break;
    height += mapMetrics.head + mapMetrics.namespaceGap;
    if (isClosed(group.namespace)) {
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

/** How many rows there are in both lists, without those of closed namespaces. */
export function countGroups(
  groups: readonly NamespaceGroup[],
  isClosed: (namespace: string) => boolean,
): { frontends: number; backends: number } {
  let frontends = 0;
  let backends = 0;
  for (const { namespace, blocks } of groups) {
    if (isClosed(namespace)) continue;
    for (const block of blocks) {
      frontends += block.frontends.length;
      backends += block.backendCount;
    }
  }
  return { frontends, backends };
}
