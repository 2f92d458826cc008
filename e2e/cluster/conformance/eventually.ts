import { expect, vi } from 'vitest';

const defaultTimeoutMs = 5_000;
const askAgainMs = 50;

/**
 * Asks again and again until the answer is as expected; fails with the last difference. As `expect.poll`, which does
 * not know its test where several run side by side.
 */
export function eventually<T>(ask: () => T | Promise<T>, timeoutMs = defaultTimeoutMs) {
  const until = (check: (value: T) => void) =>
    vi.waitFor(async () => check(await ask()), { timeout: timeoutMs, interval: askAgainMs });
  return {
    toBe: (wanted: T) => until((value) => expect(value).toBe(wanted)),
    toEqual: (wanted: unknown) => until((value) => expect(value).toEqual(wanted)),
    toMatchObject: (wanted: object) => until((value) => expect(value).toMatchObject(wanted)),
    toContain: (wanted: string) => until((value) => expect(value).toContain(wanted)),
  };
}
