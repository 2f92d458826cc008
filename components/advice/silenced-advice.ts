import type { AdviceItem } from '@/lib/snapshot/advice/advice-view';

const storageKey = 'kpr-explorer.silenced-advice';
/** The latest are kept: evidence that changed leaves entries that nothing matches any more. */
const keptMax = 200;
const none: ReadonlySet<string> = new Set();

/** What is silenced: this rule on this evidence. */
export type Silenceable = Pick<AdviceItem, 'id' | 'fingerprint'>;

/** Which advice a reader does not want to see, kept by the browser and shared by its pages. */
export type SilencedAdvice = {
  get: () => ReadonlySet<string>;
  subscribe: (listener: () => void) => () => void;
  silence: (item: Silenceable) => void;
  bringBack: (item: Silenceable) => void;
};

/** The name under which an item is silenced. */
export function silencedName({ id, fingerprint }: Silenceable): string {
  return `${id} ${fingerprint}`;
}

/**
 * Keeps what is silenced in the storage of the browser. Where that may not be used (private windows, a full disk,
 * another program's text) it is kept until the page is left.
 */
export function createSilencedAdvice(storage: () => Storage): SilencedAdvice {
  const listeners = new Set<() => void>();
  let known: ReadonlySet<string> | null = null;

  function keep(names: readonly string[]): void {
    known = new Set(names.slice(-keptMax));
    try {
      storage().setItem(storageKey, JSON.stringify([...known]));
    } catch {
      // It holds for this page, which is what can be had.
    }
    listeners.forEach((listener) => listener());
  }

  function get(): ReadonlySet<string> {
    known ??= read(storage);
    return known;
  }

  function onStorage({ key }: StorageEvent): void {
    if (key !== null && key !== storageKey) return;
    known = null;
    listeners.forEach((listener) => listener());
  }

  return {
    get,
    subscribe(listener) {
      if (listeners.size === 0) globalThis.addEventListener('storage', onStorage);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size === 0) globalThis.removeEventListener('storage', onStorage);
      };
    },
    silence: (item) => keep([...get(), silencedName(item)]),
    bringBack: (item) => keep([...get()].filter((name) => name !== silencedName(item))),
  };
}

function read(storage: () => Storage): ReadonlySet<string> {
  try {
    const names: unknown = JSON.parse(storage().getItem(storageKey) ?? '[]');
    return Array.isArray(names)
      ? new Set(names.filter((name): name is string => typeof name === 'string').slice(-keptMax))
      : none;
  } catch {
    return none;
  }
}
