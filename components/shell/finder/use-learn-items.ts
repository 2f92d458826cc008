import { useEffect, useState } from 'react';
import { glossaryHref } from '@/components/learn/glossary/glossary-href';
import { simulators } from '@/components/learn/simulators';
import { simulatorIds } from '@/lib/learn/simulator/simulator-id';
import { paths } from '@/lib/paths';
import { findItem, type FindItem } from './find-item';

const simulatorItems = simulatorIds.map((id) => {
  const { title, line, href, words } = simulators[id];
  return findItem({ group: 'Simulators', title, aside: line, href }, `simulator learn ${words}`);
});

/** Gives what there is to learn from; glossary and lessons are long, they are read when ⌘K is first opened. */
export function useLearnItems(open: boolean): FindItem[] {
  const [items, setItems] = useState<FindItem[]>(simulatorItems);
  const isRead = items !== simulatorItems;
  useEffect(() => {
    if (!open || isRead) return;
    let left = false;
    void Promise.all([
      import('@/lib/learn/glossary/glossary'),
      import('@/lib/learn/lesson/lesson-list'),
    ]).then(([{ glossary }, { lessons }]) => {
      if (left) return;
      const lessonItems = lessons.map(({ id, title, line, task }) =>
        findItem({ group: 'Lessons', title, aside: line, href: paths.lesson(id) }, `lesson ${task.title}`),
      );
      const words = glossary.map(({ id, word, also, text }) =>
        findItem({ group: 'Words', title: word, aside: text, href: glossaryHref(id) }, also.join(' ')),
      );
      setItems([...simulatorItems, ...lessonItems, ...words]);
    });
    return () => {
      left = true;
    };
  }, [open, isRead]);
  return items;
}
