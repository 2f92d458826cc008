import { fields } from '@/lib/cilium/fields/catalogue';
import type { FieldId } from '@/lib/cilium/fields/field-id';
import { majorityOf } from '@/lib/cilium/fields/majority';
import { ownOfEachNode, shortValue } from '@/lib/cilium/fields/short-value';
import type { AgentView } from '@/lib/snapshot/agent-view';

/** What the agents of a cluster say of one field, in one line. */
export type FieldAgreement = {
  differs: boolean;
  /** `the same on both nodes`, `1 of 2 nodes says Maglev`. */
  text: string;
  /** Nodes by value, the most frequent first. */
  values: { text: string; nodes: string[] }[];
  /** Nodes whose agent reports no such field, or never answered. */
  unknown: string[];
};

/** Compares a field over the agents; devices by their names, since addresses differ by nature. */
export function fieldAgreement(id: FieldId, agents: readonly AgentView[]): FieldAgreement {
  const cells = agents.map(({ node, status }) => ({
    node,
    value: status === null || fields[id].path === null ? null : shortValue(id, status),
  }));
  const { values } = majorityOf(cells);
  const unknown = cells.flatMap(({ node, value }) =>
    value === null || value.state === 'not-reported' ? [node] : [],
  );
  const told = agents.length - unknown.length;
  const [first] = values;
  const rest = unknown.length === 0 ? '' : `; ${unknown.length} of ${agents.length} nodes do not report it`;
  if (first === undefined) return { differs: false, text: '', values, unknown };
  if (ownOfEachNode.has(id))
    return { differs: false, text: values.length > 1 ? 'each node its own' : '', values, unknown };
  if (values.length > 1)
    return {
      differs: true,
      text: `nodes differ: ${values.map(({ text, nodes }) => `${text} on ${nodes.length}`).join(', ')}${rest}`,
      values,
      unknown,
    };
  const same =
    told === 1
      ? agents.length === 1
        ? 'the only node'
        : 'one node says so'
      : told === 2
        ? 'the same on both nodes'
        : `the same on all ${told} nodes`;
  return { differs: false, text: `${same}${rest}`, values, unknown };
}
