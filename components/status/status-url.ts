import { parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs/server';
import { fieldIds } from '@/lib/cilium/fields/field-id';

/** The Status page in the URL: which agent, which line, how deep, and whether all of the output is shown. */
export const statusParams = {
  node: parseAsString,
  field: parseAsStringLiteral(fieldIds),
  depth: parseAsStringLiteral(['newcomer', 'expert'] as const).withDefault('newcomer'),
  l4: parseAsStringLiteral(['tcp', 'udp'] as const).withDefault('tcp'),
  whole: parseAsBoolean.withDefault(false),
};
