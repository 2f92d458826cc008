import { parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { fieldIds } from '@/lib/cilium/fields/field-id';
import { outputNoteIds } from '@/lib/cilium/fields/output-notes';
import { comparedVersions } from './compare/compared-versions';

/** The Status page in the URL: which agent, which line, how deep, in which form, and beside what. */
export const statusParams = {
  node: parseAsString,
  field: parseAsStringLiteral([...fieldIds, ...outputNoteIds]),
  depth: parseAsStringLiteral(['newcomer', 'expert'] as const).withDefault('newcomer'),
  l4: parseAsStringLiteral(['tcp', 'udp'] as const).withDefault('tcp'),
  view: parseAsStringLiteral(['block', 'whole', 'table'] as const).withDefault('block'),
  /** A node to stand beside it. */
  compare: parseAsString,
  /** A version of Cilium to stand beside it. */
  version: parseAsStringLiteral(comparedVersions),
  only: parseAsStringLiteral(['all', 'differing'] as const).withDefault('all'),
};
