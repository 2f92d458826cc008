'use client';

import { useSyncExternalStore } from 'react';
import { formatAge, formatClock } from '@/lib/format';
import { serverNowMs } from '@/lib/queries/server-clock';
import { subscribeToTicks } from './ticker';

/** Gives how long ago `timestamp` was, in words that change as time passes; '' before the page runs in a browser. */
export function useAge(timestamp: string): string {
  return useSyncExternalStore(
    subscribeToTicks,
    () => formatAge(serverNowMs() - Date.parse(timestamp)),
    () => '',
  );
}

type AgeProps = {
  /** RFC 3339. */
  timestamp: string;
  /** `ago` adds the word. */
  form?: 'ago' | 'bare';
  className?: string;
};

/** How long ago something was; its own element ticks, nothing around it renders again. */
export function Age({ timestamp, form = 'ago', className }: AgeProps) {
  const age = useAge(timestamp);
  return (
    <time dateTime={timestamp} title={formatClock(timestamp)} className={className} suppressHydrationWarning>
      {age === '' ? '–' : form === 'ago' ? `${age} ago` : age}
    </time>
  );
}
