'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { maxLessonBytes, readLessonText, tooLarge, type ReadLesson } from '@/lib/learn/lesson/read-lesson';
import { ForeignLesson } from './foreign-lesson';

/** A lesson out of a file of the reader's own. */
export function LessonFile() {
  const fileRef = useRef<HTMLInputElement>(null);
  const [loaded, setLoaded] = useState<{ from: string; read: ReadLesson; count: number } | null>(null);

  async function load(file: File | undefined) {
    if (file === undefined) return;
    // A file that is too large is not even read.
    const read = file.size > maxLessonBytes ? tooLarge : readLessonText(await file.text());
    setLoaded((before) => ({ from: file.name, read, count: (before?.count ?? 0) + 1 }));
  }

  return (
    <section aria-labelledby="from-file" className="space-y-2">
      <h2 id="from-file" className="font-semibold">
        From a file
      </h2>
      <div className="flex flex-wrap items-center gap-3">
        <Button onClick={() => fileRef.current?.click()}>Load a lesson</Button>
        <span className="text-small text-muted">a JSON file; it does not leave this browser</span>
      </div>
      <input
        ref={fileRef}
        type="file"
        accept="application/json,.json"
        aria-label="A file with a lesson"
        className="hidden"
        onChange={(event) => {
          void load(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {loaded !== null && <ForeignLesson key={loaded.count} read={loaded.read} from={loaded.from} />}
    </section>
  );
}
