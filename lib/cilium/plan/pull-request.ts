import type { BlastRadius, PlannedChange, PlannedRule } from './plan';

type Parts = {
  id: string;
  changes: readonly PlannedChange[];
  rules: readonly PlannedRule[];
  radius: BlastRadius;
  nodes: readonly string[] | null;
};

/** A value in a line of Markdown, so that nothing in it is read as markup. */
const code = (text: string): string => `\`${text.replaceAll('`', '’')}\``;
const shown = (value: string | null): string => (value === null || value === '' ? 'nothing' : code(value));

function ruleLine({ id, verdict, message, findOut }: PlannedRule): string {
  if (verdict === 'unknown') return `- ${id}, cannot be known: ${code(message)} ${findOut ?? ''}`.trimEnd();
  return `- ${id}, ${verdict}: ${code(message)} ${verdict === 'warn' ? (findOut ?? '') : ''}`.trimEnd();
}

/** The plan as a text for a pull request, with the file that is to be changed. */
export function pullRequest(
  { id, changes, rules, radius, nodes }: Parts,
  file: string,
): { title: string; body: string } {
  const told = rules.filter(({ verdict, touched }) => verdict === 'fatal' || (touched && verdict !== 'pass'));
  const { atATime, rounds } = radius.rollout;
  const pace = atATime === null || rounds === null ? '' : `, ${atATime} at a time in ${rounds} rounds`;
  const where = nodes === null ? 'every node' : nodes.map(code).join(', ');
  const title = `cilium: ${changes.map(({ key, to }) => (to === null ? `${key} unset` : `${key}=${to}`)).join(', ')}`;
  const body = [
    `Plan ${id} of KPR Explorer, for ${where}.`,
    '',
    '| key | now | then |',
    '|---|---|---|',
    ...changes.map(({ key, now, to, byDefault }) => {
      const then = to === null ? `taken out (default ${shown(byDefault)})` : shown(to);
      return `| ${code(key)} | ${now.map(({ value }) => shown(value)).join(', ')} | ${then} |`;
    }),
    '',
    '```yaml',
    file,
    '```',
    '',
    `Agents read these keys at their start only: ${radius.nodes.length} must restart${pace}.`,
    ...(told.length === 0 ? [] : ['', 'Rules:', ...told.map(ruleLine)]),
    ...(radius.connections.length === 0
      ? []
      : ['', 'Connections that may break:', ...radius.connections.map(({ breaks }) => `- ${breaks}`)]),
    ...(radius.byHand.length === 0
      ? []
      : ['', 'By hand:', ...radius.byHand.map(({ title: work, why }) => `- ${work}. ${why}`)]),
  ].join('\n');
  return { title: title.slice(0, 200), body };
}
