import type { ServiceBlock } from '../map/service-block';

/** What the rows of the map stand under. */
export const groupings = ['namespace', 'type', 'node', 'zone'] as const;
export type Grouping = (typeof groupings)[number];

/** Blocks under one head. `value` is the namespace, type, node or zone; empty where they have none. */
export type RowGroup = { by: Grouping; value: string; blocks: ServiceBlock[] };

/** Frontends of no namespace stand last, under this value. */
export const noValue = '';

const withoutValue: Record<Grouping, string> = {
  namespace: 'In no Service',
  type: 'Without a type',
  node: 'On no node',
  zone: 'In no zone',
};

/** What a head says. */
export function groupTitle({ by, value }: Pick<RowGroup, 'by' | 'value'>): string {
  return value === noValue ? withoutValue[by] : value;
}
