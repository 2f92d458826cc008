import { createParser, parseAsArrayOf, parseAsString } from 'nuqs/server';

/** So many names stand in an address at most, and so long: a browser opens it, and a person can still read it. */
export const mostNames = 100;
const longestName = 320;

const list = parseAsArrayOf(parseAsString);

/** Names of rows, groups or Services, each once. What is too long is none of ours; beyond the most, the last count. */
export const parseAsNames = createParser<string[]>({
  parse: (text) => bounded(list.parse(text) ?? []),
  serialize: (names) => list.serialize(bounded(names)),
  eq: (a, b) => list.eq(a, b),
});

function bounded(names: readonly string[]): string[] {
  return [...new Set(names)].filter(({ length }) => length <= longestName).slice(-mostNames);
}
