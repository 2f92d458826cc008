import { simulators } from '@/components/learn/simulators';
import { fields } from '@/lib/cilium/fields/catalogue';
import type { WordLink, WordPage } from '@/lib/learn/glossary/glossary-word';
import type { Lesson } from '@/lib/learn/lesson/lesson-schema';
import { paths } from '@/lib/paths';

const pageTitles: Record<WordPage, string> = {
  overview: 'Overview',
  services: 'Services',
  agreement: 'Agreement',
  status: 'Status',
  settings: 'Settings',
  change: 'Change',
  audit: 'Audit',
};

/** A place in the product where a word is met: what kind of place, its name, its address. */
export type WordPlace = { kind: string; title: string; href: string };

/** Gives where a word leads in the product. */
export function wordPlace(link: WordLink): WordPlace {
  switch (link.to) {
    case 'field':
      return { kind: 'Line', title: fields[link.id].title, href: `${paths.status}?field=${link.id}` };
    case 'simulator':
      return { kind: 'Simulator', title: simulators[link.id].title, href: simulators[link.id].href };
    case 'page':
      return { kind: 'Page', title: pageTitles[link.id], href: paths[link.id] };
  }
}

/** Gives a lesson that leads to the word. */
export function lessonPlace({ id, title }: Lesson): WordPlace {
  return { kind: 'Lesson', title, href: paths.lesson(id) };
}
