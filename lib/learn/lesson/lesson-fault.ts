import type { z } from 'zod';
import { listed } from './verdict';

/** One thing that is wrong with a lesson: where, and what. */
export type LessonFault = { place: string; problem: string };

type Issue = z.core.$ZodIssue;

/** Tells a problem that the schema found in words of the field, at its place, as `task.goals[0].judge.key`. */
export function faultOf(issue: Issue): LessonFault {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const meant = meantForm(issue.errors);
    const [first] = meant ?? [];
    if (first !== undefined) return faultOf({ ...first, path: [...issue.path, ...first.path] });
  }
  return { place: placeOf(issue.path), problem: problemOf(issue) };
}

/** Of several forms the one that somebody meant: the only one whose names are all its own. */
function meantForm(forms: readonly Issue[][]): readonly Issue[] | null {
  const own = forms.filter(
    (issues) => !issues.some(({ code, path }) => code === 'unrecognized_keys' && path.length === 0),
  );
  return own.length === 1 ? (own[0] ?? null) : null;
}

function problemOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_union':
      return 'options' in issue && Array.isArray(issue.options)
        ? `It is none of ${issue.options.join(', ')}.`
        : 'It is none of the forms that may stand here.';
    case 'invalid_type':
      return issue.message.endsWith('received undefined')
        ? 'It is missing.'
        : `It must be of the type ${issue.expected}.`;
    case 'invalid_value':
      return `It must be ${issue.values.length === 1 ? '' : 'one of '}${issue.values.map(String).join(', ')}.`;
    case 'unrecognized_keys':
      return `There is no such name here: ${listed(issue.keys)}.`;
    default:
      return issue.message;
  }
}

function placeOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the lesson';
  return path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
}
