'use client';

import { useEffect, useRef, useState } from 'react';
import type { MaglevAnswer } from '@/lib/learn/maglev/maglev-answer';
import type { MaglevParameters } from '@/lib/learn/maglev/maglev-state';
import type { MaglevQuestion, MaglevReply } from './maglev-message';

/** What each size would move needlessly, in percent; absent while it is computed, null where nothing can go. */
export type MovesBySize = ReadonlyMap<number, number | null>;

type Computed = { answer: MaglevAnswer | null; moves: MovesBySize; hasFailed: boolean };

const nothing: MovesBySize = new Map();

/** Has the tables built by a worker: the last answer stays in sight until the next one is there. */
export function useMaglevAnswer(parameters: MaglevParameters): Computed {
  const [computed, setComputed] = useState<Computed>({ answer: null, moves: nothing, hasFailed: false });
  const workerRef = useRef<Worker | null>(null);
  const idRef = useRef(0);
  // The link gives new parameters with every step; only new values ask anew.
  const text = JSON.stringify(parameters);

  useEffect(() => {
    const worker = new Worker(new URL('./maglev-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<MaglevReply>) => {
      if (data.id !== idRef.current) return;
      setComputed((last) =>
        data.kind === 'answer'
          ? // What sizes would move is of the parameters before.
            { answer: data.answer, moves: nothing, hasFailed: false }
          : { ...last, moves: new Map([...last.moves, [data.size, data.needlessPercent]]) },
      );
    };
    worker.onerror = () => setComputed((last) => ({ ...last, hasFailed: true }));
    workerRef.current = worker;
    return () => {
      worker.terminate();
      workerRef.current = null;
    };
  }, []);

  useEffect(() => {
    idRef.current += 1;
    // The text is that of the parameters, written above.
    const question: MaglevQuestion = { id: idRef.current, parameters: JSON.parse(text) as MaglevParameters };
    workerRef.current?.postMessage(question);
  }, [text]);

  return computed;
}
