import type { AdviceEvidence } from './advice-view';
import { adviceRules } from './judge-advice';

/** A piece of evidence in a line. */
export function said({ subject, source, key, value }: AdviceEvidence): string {
  const of =
    subject.kind === 'agents'
      ? subject.nodes.join('+')
      : subject.kind === 'frontend'
        ? subject.frontendKey
        : `${subject.namespace}/${subject.name}${'nodes' in subject ? `@${subject.nodes.join('+')}` : ''}`;
  return `${of} ${key}=${value} ${source}`;
}

/** The rule with that id. */
export const ruleOf = (id: string) => {
  const rule = adviceRules.find((one) => one.id === id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return rule;
};
