import type { AgentStatus } from '../agent-status';
import { describeSpan, inSpan } from './version-span';
import type { FieldContext } from './field-context';
import type { FieldEntry } from './field-entry';
import { code, listInWords } from './passage';

/** Why an agent says nothing of a field: "not reported" is never shown as "off". Empty when it does report it. */
export function explainAbsence(entry: FieldEntry, status: AgentStatus, context: FieldContext): string {
  if (entry.value(status).state !== 'not-reported') return '';
  const node = code(context.node);
  if (status.kubeProxyReplacement === undefined && entry.block !== 'output')
    return `The answer of ${node} has no kube-proxy replacement section: an agent leaves it out until that probe of its own has run once.`;
  const own = entry.absent?.(status, context);
  if (own !== undefined && own !== null) return own;
  const spans = listInWords(entry.printed.map(describeSpan));
  if (context.version !== null && !entry.printed.some((span) => inSpan(context.version, span))) {
    const { major, minor, patch } = context.version;
    return `Cilium ${code(`${major}.${minor}.${patch}`)} has no such line; Cilium ${spans} prints it. Whether the feature is on cannot be read here.`;
  }
  const when = entry.printedWhen === '' ? '' : ` It is printed ${entry.printedWhen}.`;
  return `The agent on ${node} did not report it.${when} Not reported is not the same as off.`;
}
