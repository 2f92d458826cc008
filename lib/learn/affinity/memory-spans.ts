import { goneMinute, lastMinute } from './affinity-clients';
import type { AffinityParameters, BackendLetter } from './affinity-parameters';
import type { AffinityStep } from './affinity-walk';

/** A time in which a node remembers a client and heeds it: from a use until the next one, its end, its backend's, or that of the story. */
export type MemorySpan = {
  clientKey: string;
  node: 1 | 2;
  backend: BackendLetter;
  fromMinute: number;
  toMinute: number;
};

/** Gives what was remembered, and for how long, of the steps that have been seen. */
export function memorySpans(
  steps: readonly AffinityStep[],
  { isOn, timeoutSeconds, gone }: Pick<AffinityParameters, 'isOn' | 'timeoutSeconds' | 'gone'>,
): MemorySpan[] {
  if (!isOn) return [];
  const spans: MemorySpan[] = [];
  const open = new Map<string, MemorySpan>();
  for (const step of steps) {
    if (step.kind !== 'connection') continue;
    const { key, node, backend, minute } = step;
    const id = `${node} ${key.text}`;
    const before = open.get(id);
    if (before !== undefined) before.toMinute = Math.min(before.toMinute, minute);
    const end = backend === gone && minute < goneMinute ? goneMinute : lastMinute;
    const toMinute = Math.min(minute + timeoutSeconds / 60, end);
    const span = { clientKey: key.text, node, backend, fromMinute: minute, toMinute };
    open.set(id, span);
    spans.push(span);
  }
  return spans;
}
