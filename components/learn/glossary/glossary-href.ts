import { paths } from '@/lib/paths';

/** Gives the permanent link of a word. */
export function glossaryHref(id: string): string {
  return `${paths.glossary}#${encodeURIComponent(id)}`;
}
