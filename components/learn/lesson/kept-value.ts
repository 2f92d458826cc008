/** One value that is kept in the storage of the browser, shared by the parts of a page and by pages. */
type KeptValue<Value> = {
  get: () => Value;
  subscribe: (listener: () => void) => () => void;
  /** Changes what is kept now, whichever page wrote it; the same value back leaves it. */
  change: (how: (before: Value) => Value) => void;
};

type Kept<Value> = {
  storage: () => Storage;
  key: string;
  /** Reads what is kept; null where nothing is. */
  read: (text: string | null) => Value;
  write: (value: Value) => string;
};

/** Keeps a value in the storage of the browser; where that may not be used, until the page is left. */
export function createKeptValue<Value>({ storage, key, read, write }: Kept<Value>): KeptValue<Value> {
  const listeners = new Set<() => void>();
  let known: { value: Value } | null = null;
  /** True where storage refused what is known: there is no other copy. */
  let isOnlyHere = false;

  function stored(): { value: Value } | null {
    try {
      return { value: read(storage().getItem(key)) };
    } catch {
      return null;
    }
  }

  function get(): Value {
    known ??= stored() ?? { value: read(null) };
    return known.value;
  }

  function onStorage(event: StorageEvent): void {
    if (event.key !== null && event.key !== key) return;
    forget();
    listeners.forEach((listener) => listener());
  }

  function forget(): void {
    if (!isOnlyHere) known = null;
  }

  return {
    get,
    subscribe(listener) {
      if (listeners.size === 0) globalThis.addEventListener('storage', onStorage);
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        globalThis.removeEventListener('storage', onStorage);
        // From here on nobody tells what other pages write.
        forget();
      };
    },
    change(how) {
      const before = (isOnlyHere ? null : stored()?.value) ?? get();
      const after = how(before);
      if (after === before) return;
      known = { value: after };
      try {
        storage().setItem(key, write(after));
        isOnlyHere = false;
      } catch {
        // It holds for this page, which is what can be had.
        isOnlyHere = true;
      }
      listeners.forEach((listener) => listener());
    },
  };
}
