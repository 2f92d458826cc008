'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { unpackLesson } from '@/lib/learn/lesson/lesson-share';
import { ForeignLesson } from './foreign-lesson';

function subscribe(listener: () => void) {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** The lesson that the link to this page holds; nothing where it holds none. */
export function LinkedLesson() {
  const fragment = useSyncExternalStore(
    subscribe,
    () => window.location.hash,
    () => '',
  );
  const read = useMemo(() => unpackLesson(fragment), [fragment]);
  if (read === null) return null;
  return (
    <section aria-labelledby="from-link" className="space-y-2">
      <h2 id="from-link" className="font-semibold">
        From this link
      </h2>
      <ForeignLesson key={fragment} read={read} from="the link that you followed" />
    </section>
  );
}
