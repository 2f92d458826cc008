import type { ShortValue } from './short-value';

/** What agents say of one field, the most frequent first; who reports nothing is not among them. */
export type SaidValue = { text: string; nodes: string[] };

/** How far agents agree on one field. */
export type Majority = { values: SaidValue[]; reported: number; differs: boolean };

/** Counts what each node says. Versions that do not print a line do not disagree with it. */
export function majorityOf(cells: readonly { node: string; value: ShortValue | null }[]): Majority {
  const byText = new Map<string, string[]>();
  for (const { node, value } of cells) {
    if (value === null || value.state === 'not-reported') continue;
    const nodes = byText.get(value.text);
    if (nodes === undefined) byText.set(value.text, [node]);
    else nodes.push(node);
  }
  const values = [...byText]
    .map(([text, nodes]) => ({ text, nodes }))
    .sort((a, b) => b.nodes.length - a.nodes.length || (a.text < b.text ? -1 : 1));
  const reported = values.reduce((sum, { nodes }) => sum + nodes.length, 0);
  return { values, reported, differs: values.length > 1 };
}

/** Whether a value stands apart: another than most say, or any where no half of the agents agrees. */
export function isOdd(value: ShortValue | null, { values, reported, differs }: Majority): boolean {
  const [most] = values;
  if (!differs || value === null || value.state === 'not-reported' || most === undefined) return false;
  return most.nodes.length * 2 <= reported || value.text !== most.text;
}
