import { formatCount, formatPlural } from '@/lib/format';
import { listInWords } from '@/lib/cilium/fields/passage';
import { isOdd } from '@/lib/cilium/fields/majority';
import type { SettingsRow } from './settings-rows';

/** One sentence that is true read alone: how many agents run with the same, and in what the others differ. */
export function settingsSentence(
  nodes: readonly string[],
  rows: readonly SettingsRow[],
): { state: string; rest: string } {
  const answered = nodes.filter((node) => rows.some(({ cells }) => (cells.get(node) ?? null) !== null));
  const silent = nodes.length - answered.length;
  const unasked = silent === 0 ? '' : ` ${formatPlural(silent, 'agent')} never gave a status.`;
  if (answered.length === 0) return { state: 'No agent has given its status yet.', rest: '' };
  const differing = rows.filter(({ majority }) => majority.differs);
  const own = rows
    .filter(
      ({ compared, cells }) =>
        !compared && new Set(answered.map((node) => cells.get(node)?.text).filter(Boolean)).size > 1,
    )
    .map(({ title }) => title);
  const apart = own.length === 0 ? '' : `Each node has its own ${listInWords(own)}.`;
  if (differing.length === 0)
    return {
      state:
        answered.length === 1
          ? 'One agent runs.'
          : answered.length === 2
            ? 'Both agents run with the same settings.'
            : `All ${formatCount(answered.length)} agents run with the same settings.`,
      rest: `${apart}${unasked}`.trim(),
    };
  const odd = answered.filter((node) =>
    differing.some(({ cells, majority }) => isOdd(cells.get(node) ?? null, majority)),
  );
  const names = differing.map(({ title }) => (title === 'Cilium' ? 'version' : title));
  const shown = names.length > 4 ? [...names.slice(0, 4), `${names.length - 4} more`] : names;
  return {
    state: `Agents differ in ${shown.join(', ')}.`,
    rest: `${formatCount(odd.length)} of ${formatCount(answered.length)} stand apart.${unasked}`,
  };
}
