import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createSilencedAdvice, silencedName } from './silenced-advice';

/** What a browser's storage does, as far as it is used. */
function storageOf(initial: string | null = null) {
  let text = initial;
  const storage = {
    getItem: () => text,
    setItem: (_key: string, value: string) => {
      text = value;
    },
  };
  // Only these two are called.
  return { storage: storage as unknown as Storage, text: () => text };
}

const item = { id: 'maglev-default-seed', fingerprint: 'aa' };

beforeAll(() => {
  globalThis.addEventListener ??= () => undefined;
  globalThis.removeEventListener ??= () => undefined;
});

describe('silenced advice', () => {
  it('is silent until the evidence changes, also for the next page', () => {
    const { storage } = storageOf();
    createSilencedAdvice(() => storage).silence(item);
    const next = createSilencedAdvice(() => storage).get();
    expect(next.has(silencedName(item))).toBe(true);
    expect(next.has(silencedName({ ...item, fingerprint: 'ab' }))).toBe(false);
  });

  it('is brought back, and listeners hear of both', () => {
    const { storage, text } = storageOf();
    const store = createSilencedAdvice(() => storage);
    const heard = vi.fn();
    const end = store.subscribe(heard);
    store.silence(item);
    store.bringBack(item);
    end();
    store.silence(item);
    expect(heard).toHaveBeenCalledTimes(2);
    expect(text()).toBe('["maglev-default-seed aa"]');
  });

  it.each([
    ['may not be used', null],
    ['holds another program’s text', '{"a":1}'],
    ['holds half a text', '["a'],
  ])('holds for the page where the storage %s', (_name, text) => {
    const { storage } = storageOf(text);
    const store = createSilencedAdvice(() => {
      if (text === null) throw new Error('denied');
      return storage;
    });
    expect(store.get().size).toBe(0);
    store.silence(item);
    expect(store.get().has(silencedName(item))).toBe(true);
  });

  it('keeps the latest two hundred', () => {
    const { storage } = storageOf();
    const store = createSilencedAdvice(() => storage);
    for (let index = 0; index < 205; index += 1) store.silence({ id: 'a', fingerprint: String(index) });
    expect(store.get().size).toBe(200);
    expect(store.get().has('a 204')).toBe(true);
    expect(store.get().has('a 0')).toBe(false);
  });
});
