import { parseAsBoolean, parseAsString, parseAsStringLiteral } from 'nuqs/server';

/** The Agreement page in the URL: which rows the matrix has, which problem is open, and whether the expected is shown. */
export const agreementParams = {
  rows: parseAsStringLiteral(['differing', 'all'] as const).withDefault('differing'),
  problem: parseAsString,
  expected: parseAsBoolean.withDefault(false),
};
