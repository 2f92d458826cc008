import { setFlagsFromString } from 'node:v8';

/** Known to the V8 of the Node we are pinned to; `node --v8-options` lists them. */
export const garbageFlags = ['--external-memory-accounted-in-global-limit', '--heap-growing-percent=25'];

/**
 * Tells V8 what kind of process this is: one that holds some hundred megabytes for long and lets gigabytes pass by.
 * Bytes that arrive count towards the same limit as the heap; else V8 walks the whole heap for every 64 MB of them,
 * which for a hundred tables of ten megabytes took 10.5 s of CPU time a sweep instead of 1.9 s. And the heap may outgrow
 * what is in use by a quarter only, not to twice or four times its size. Call it before anything large is made.
 */
export function tuneGarbageCollection(): void {
  for (const flag of garbageFlags) setFlagsFromString(flag);
}
