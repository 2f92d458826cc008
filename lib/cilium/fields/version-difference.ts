import type { Release } from '../agent-version';
import type { FieldEntry } from './field-entry';
import { code, listInWords } from './passage';
import type { Setting } from './setting';
import { describeSpan, inSpan } from './version-span';

/** How one field differs between two versions of Cilium, in sentences; empty where it does not. */
export type VersionDifference = {
  /** Whether each prints the line. */
  printed: { before: boolean; after: boolean };
  sentences: string[];
};

const nameOf = ({ helm, key }: Setting) => (helm === null ? code(key) : `${code(helm)} (${code(key)})`);

function added(before: readonly string[], after: readonly string[]): string[] {
  return after.filter((one) => !before.includes(one));
}

/** What became of the settings: a key keeps its place, so keys are matched first, then what is left by its place. */
function settingSentences(before: readonly Setting[], after: readonly Setting[]): string[] {
  const sentences: string[] = [];
  const gone = before.filter(({ key }) => !after.some((one) => one.key === key));
  const fresh = after.filter(({ key }) => !before.some((one) => one.key === key));
  for (const setting of before) {
    const now = after.find(({ key }) => key === setting.key);
    if (now === undefined) continue;
    if (now.helm !== setting.helm)
      sentences.push(
        now.helm === null
          ? `The chart has no value for ${code(setting.key)} any more; \`extraConfig\` sets it.`
          : `The Helm value of ${code(setting.key)} is ${code(now.helm)}${setting.helm === null ? '' : `, no longer ${code(setting.helm)}`}.`,
      );
    const more = added(setting.values, now.values);
    const fewer = added(now.values, setting.values);
    if (more.length > 0) sentences.push(`${code(setting.key)} can also be ${listInWords(more.map(code))}.`);
    if (fewer.length > 0)
      sentences.push(`${code(setting.key)} can no longer be ${listInWords(fewer.map(code))}.`);
    if (now.default !== setting.default)
      sentences.push(
        `Without ${code(setting.key)} it is ${code(now.default)}, no longer ${code(setting.default)}.`,
      );
    if (now.note !== undefined && now.note !== setting.note)
      sentences.push(`${code(setting.key)}: ${now.note}`);
  }
  for (const [index, setting] of gone.entries()) {
    const heir = fresh[index];
    sentences.push(
      heir === undefined
        ? `There is no setting ${nameOf(setting)} any more.`
        : `${nameOf(setting)} is now ${nameOf(heir)}.`,
    );
  }
  for (const setting of fresh.slice(gone.length)) sentences.push(`A setting is new: ${nameOf(setting)}.`);
  return sentences;
}

/** Tells how a field of `before` differs from the same of `after`: the line, its settings, what it needs. */
export function versionDifference(entry: FieldEntry, before: Release, after: Release): VersionDifference {
  const printedBy = (version: Release) => entry.printed.some((span) => inSpan(version, span));
  const printed = { before: printedBy(before), after: printedBy(after) };
  const sentences: string[] = [];
  if (printed.before && !printed.after)
    sentences.push(`The line is not printed: Cilium ${listInWords(entry.printed.map(describeSpan))} has it.`);
  if (!printed.before && printed.after) sentences.push('The line is printed there.');
  if (!printed.before && !printed.after) return { printed, sentences: [] };
  const settingsOf = (version: Release) => entry.settings.filter((one) => inSpan(version, one));
  sentences.push(...settingSentences(settingsOf(before), settingsOf(after)));
  for (const need of entry.prerequisites) {
    if (typeof need === 'string' || need.text === '') continue;
    if (!inSpan(before, need) && inSpan(after, need)) sentences.push(`It needs: ${need.text}`);
    if (inSpan(before, need) && !inSpan(after, need)) sentences.push(`No longer holds: ${need.text}`);
  }
  return { printed, sentences };
}
