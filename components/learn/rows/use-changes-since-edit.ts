import { useState } from 'react';
import type { NodeRows } from '@/lib/learn/rows/rows-model';

type Remembered = { now: readonly NodeRows[]; before: readonly NodeRows[]; beginning: number };

/**
 * Gives the rows of a node as they were before the last edit that changed any; null where there was none. A text that is
 * no manifest is no edit; with another `beginning`, another manifest, everything counts as there from the start.
 */
export function useChangesSinceEdit(
  perNode: readonly NodeRows[],
  node: string,
  beginning: number,
): NodeRows | null {
  const [remembered, setRemembered] = useState<Remembered>({ now: perNode, before: [], beginning });
  if (remembered.beginning !== beginning) setRemembered({ now: perNode, before: [], beginning });
  else if (perNode.length > 0 && textOf(remembered.now) !== textOf(perNode))
    setRemembered({ now: perNode, before: remembered.now, beginning });
  return remembered.before.find((rows) => rows.node === node) ?? null;
}

function textOf(perNode: readonly NodeRows[]): string {
  return perNode.map(({ node, text }) => `${node}\n${text}`).join('\n');
}
