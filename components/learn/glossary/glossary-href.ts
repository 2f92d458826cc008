import type { WordId } from '@/lib/learn/glossary/glossary';
import { paths } from '@/lib/paths';

/** Gives the permanent link of a word. */
export function glossaryHref(id: WordId): string {
  return `${paths.glossary}#${id}`;
}
