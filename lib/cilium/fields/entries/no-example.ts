import type { FieldContext } from '../field-context';
import { code } from '../passage';

/** Says why forwarding is told without an example; empty where there is one, or where the node’s table is not known. */
export function noExample({ node, outside, byType }: FieldContext): string[] {
  if (outside !== null || Object.keys(byType).length === 0) return [];
  return [
    `No frontend in the table of ${code(node)} is one that clients outside reach and that may be forwarded to another node, so no example is shown.`,
  ];
}
