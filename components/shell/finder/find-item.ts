/** One thing ⌘K can go to. */
export type FindItem = {
  /** Unique in the list. */
  id: string;
  group: FindGroup;
  /** What is read first. */
  title: string;
  /** What stands muted beside it. */
  aside: string;
  href: string;
  /** Everything it is found by, in lower case. */
  haystack: string;
};

export const findGroups = [
  'Pages',
  'Services',
  'Addresses',
  'Nodes',
  'Fields',
  'Simulators',
  'Lessons',
  'Words',
] as const;

export type FindGroup = (typeof findGroups)[number];

/** Makes an item: found by its title, by what stands beside it, and by `more`. */
export function findItem(item: Omit<FindItem, 'id' | 'haystack'>, more = ''): FindItem {
  return {
    ...item,
    id: `${item.group} ${item.href} ${item.title}`,
    haystack: `${item.title} ${item.aside} ${more}`.toLowerCase(),
  };
}

const MOST_OF_A_GROUP = 6;

/** Gives how well an item answers a query: 0 not at all, more is better. Words may stand in any order. */
function score(item: FindItem, words: readonly string[]): number {
  let sum = 0;
  const title = item.title.toLowerCase();
  for (const word of words) {
    if (title === word) sum += 8;
    else if (title.startsWith(word)) sum += 4;
    else if (title.includes(word)) sum += 2;
    else if (item.haystack.includes(word)) sum += 1;
    else return 0;
  }
  return sum;
}

/** Gives the best few of each group for what was typed; with nothing typed, the pages and the nodes. */
export function findMatches(items: readonly FindItem[], query: string): Map<FindGroup, FindItem[]> {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const groups = new Map<FindGroup, { item: FindItem; score: number }[]>();
  for (const item of items) {
    if (words.length === 0 && item.group !== 'Pages' && item.group !== 'Nodes') continue;
    const points = words.length === 0 ? 1 : score(item, words);
    if (points === 0) continue;
    const group = groups.get(item.group) ?? [];
    group.push({ item, score: points });
    groups.set(item.group, group);
  }
  return new Map(
    findGroups.flatMap((name) => {
      const group = groups.get(name);
      if (group === undefined) return [];
      group.sort((a, b) => b.score - a.score);
      return [[name, group.slice(0, MOST_OF_A_GROUP).map(({ item }) => item)]];
    }),
  );
}
