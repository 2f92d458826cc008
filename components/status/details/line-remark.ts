import type { FieldId } from '@/lib/cilium/fields/field-id';
import type { UnparsedLine } from '@/lib/cilium/unparsed-line';
import type { AgentView } from '@/lib/snapshot/agent-view';
import { fieldAgreement } from '../explain/agreement';

/** What we say of one line, beside it and never in it. */
export type LineRemark = { kind: 'differs' | 'not-understood'; text: string; title: string };

type Known = {
  agents: readonly AgentView[];
  node: string;
  unparsed: readonly UnparsedLine[];
  nameOf: (node: string) => string;
};

/** A line of the block or of the whole output. */
type Line = { line: number; kind: string; field: FieldId | null };

/** Gives the remark on a line: not understood, or said otherwise on other nodes; null for most. */
export function lineRemark(line: Line, { agents, node, unparsed, nameOf }: Known): LineRemark | null {
  const reason = unparsed.find((one) => one.line === line.line)?.reason;
  if (line.kind === 'unknown' || reason !== undefined)
    return {
      kind: 'not-understood',
      text: 'not understood',
      title: reason ?? 'No Cilium we know prints this line.',
    };
  return line.field === null || line.kind !== 'field'
    ? null
    : differingRemark(line.field, { agents, node, nameOf });
}

/** Gives the remark that other nodes say something else of a field; null where they do not. */
export function differingRemark(
  field: FieldId,
  { agents, node, nameOf }: Omit<Known, 'unparsed'>,
): LineRemark | null {
  const { differs, values } = fieldAgreement(field, agents);
  if (!differs) return null;
  const others = values.filter(({ nodes }) => !nodes.includes(node));
  if (others.length === values.length) return null;
  const title = values.map(({ text, nodes }) => `${text}: ${nodes.map(nameOf).join(', ')}`).join('\n');
  const [other] = others;
  if (other === undefined) return null;
  const where = other.nodes.length === 1 ? nameOf(other.nodes.join('')) : `${other.nodes.length} nodes`;
  return {
    kind: 'differs',
    text: others.length === 1 ? `${other.text} on ${where}` : `${others.length} other values`,
    title,
  };
}
