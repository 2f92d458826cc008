import { useEffect, useState } from 'react';
import { pageParts } from './page-parts';
import { showAll, showOnly } from './show-only';

/**
 * Gives the names of a page's parts and keeps one of them alone in sight: `chosen` from 1, 0 for the whole page. What
 * comes to the page later is a part too, or is put away.
 */
export function usePageParts(chosen: number): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    const main = document.getElementById('main');
    if (main === null) return;
    const read = () => {
      showAll(main);
      const parts = pageParts(main);
      const part = parts[chosen - 1];
      const root = document.documentElement;
      if (root.hasAttribute('data-presenter')) root.dataset['presenter'] = part === undefined ? '' : 'part';
      if (part !== undefined) showOnly(main, part.element);
      setNames((was) => {
        const now = parts.map(({ name }) => name);
        return now.join('\n') === was.join('\n') ? was : now;
      });
    };
    let frame = requestAnimationFrame(read);
    const observer = new MutationObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(read);
    });
    observer.observe(main, { childList: true, subtree: true });
    window.scrollTo({ top: 0 });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      showAll(main);
      if (document.documentElement.dataset['presenter'] === 'part')
        document.documentElement.dataset['presenter'] = '';
    };
  }, [chosen]);
  return names;
}
