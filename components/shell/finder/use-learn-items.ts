import { useEffect, useState } from 'react';
import { glossaryHref } from '@/components/learn/glossary/glossary-href';
import { simulators } from '@/components/learn/simulators';
import { simulatorIds } from '@/lib/learn/simulator/simulator-id';
import { findItem, type FindItem } from './find-item';

const simulatorItems = simulatorIds.map((id) => {
  const { title, line, href, words } = simulators[id];
  return findItem({ group: 'Simulators', title, aside: line, href }, `simulator learn ${words}`);
});

/** Gives what there is to learn from; the glossary is long, it is read when ⌘K is first opened. */
export function useLearnItems(open: boolean): FindItem[] {
  const [items, setItems] = useState<FindItem[]>(simulatorItems);
  const isRead = items !== simulatorItems;
  useEffect(() => {
    if (!open || isRead) return;
    let left = false;
    void import('@/lib/learn/glossary/glossary').then(({ glossary }) => {
      if (left) return;
      const words = glossary.map(({ id, word, also, text }) =>
        findItem({ group: 'Words', title: word, aside: text, href: glossaryHref(id) }, also.join(' ')),
      );
      setItems([...simulatorItems, ...words]);
    });
    return () => {
      left = true;
    };
  }, [open, isRead]);
  return items;
}
