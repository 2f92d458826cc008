import type { AgentStatus } from '@/lib/cilium/agent-status';
import type { Release } from '@/lib/cilium/agent-version';
import { fields } from '@/lib/cilium/fields/catalogue';
import type { FieldId } from '@/lib/cilium/fields/field-id';
import { fieldIds } from '@/lib/cilium/fields/field-id';
import { ownOfEachNode, shortValue } from '@/lib/cilium/fields/short-value';
import type { VersionDifference } from '@/lib/cilium/fields/version-difference';
import { versionDifference } from '@/lib/cilium/fields/version-difference';

/** How two values of a field stand to each other; `own` is a difference by nature. */
export type ComparedRow = {
  id: FieldId;
  left: string | null;
  right: string | null;
  verdict: 'same' | 'differs' | 'own' | 'one-sided';
};

const printed = (id: FieldId, status: AgentStatus | null): string | null => {
  const value = status === null ? null : fields[id].value(status);
  if (value === null || value.state === 'not-reported') return null;
  // Their common prefix would leave no room for what differs.
  return id === 'annotations' ? value.text.replaceAll('service.cilium.io/', '') : value.text;
};

/** One line for all annotations is enough here, and a line without a value says nothing. */
const isCompared = (id: FieldId) => fields[id].path !== null && fields[id].block !== 'annotations';

/** Gives every field that one of two agents reports, with what both say, in the order printed. */
export function comparedRows(left: AgentStatus | null, right: AgentStatus | null): ComparedRow[] {
  return fieldIds.filter(isCompared).flatMap((id): ComparedRow[] => {
    const texts = { left: printed(id, left), right: printed(id, right) };
    if (texts.left === null && texts.right === null) return [];
    if (texts.left === null || texts.right === null) return [{ id, ...texts, verdict: 'one-sided' }];
    if (texts.left === texts.right) return [{ id, ...texts, verdict: 'same' }];
    // Values that differ by nature (devices, ranges, how many jobs there are) are equal where their short forms are.
    const short = [left, right].map((status) => (status === null ? '' : shortValue(id, status).text));
    const byNature = ownOfEachNode.has(id) || short[0] === short[1];
    return [{ id, ...texts, verdict: byNature ? 'own' : 'differs' }];
  });
}

/** One field of an agent beside another version of Cilium. */
export type VersionRow = { id: FieldId; value: string | null } & VersionDifference;

/** Gives every field that either version prints: what the agent says, and what differs in the other version. */
export function versionRows(status: AgentStatus, here: Release, there: Release): VersionRow[] {
  return fieldIds.filter(isCompared).flatMap((id): VersionRow[] => {
    const difference = versionDifference(fields[id], here, there);
    if (!difference.printed.before && !difference.printed.after) return [];
    return [{ id, value: printed(id, status), ...difference }];
  });
}
