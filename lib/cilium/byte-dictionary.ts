type Entry<Value> = {
  bytes: Uint8Array;
  value: Value;
  /** The next one with the same hash. */
  next: Entry<Value> | null;
  /** The one that was asked for after this one the last time. */
  follower: Entry<Value> | null;
};

const bucketBits = 14;
const bucketCount = 1 << bucketBits;

/** An input made to collide may not make a lookup slow. */
const maxSteps = 64;

/**
 * Gives what a word stands for without making a string of its bytes. Words mostly come in the order of the last
 * time, so the one that followed then is looked at first.
 * It forgets everything when it holds more than its bound, so that no input makes it grow for ever.
 */
export class ByteDictionary<Value> {
  #buckets: (Entry<Value> | null)[] = emptyBuckets();
  readonly #maxSize: number;
  #size = 0;
  #last: Entry<Value> | null = null;

  constructor(maxSize: number) {
    this.#maxSize = maxSize;
  }

  /** Gives the value of the word between two indexes, made with `create` the first time. */
  get(bytes: Uint8Array, start: number, end: number, create: (word: string) => Value): Value {
    const follower = this.#last?.follower ?? null;
    if (follower !== null && isEqual(follower.bytes, bytes, start, end)) {
      this.#last = follower;
      return follower.value;
    }
    const bucket = hash(bytes, start, end);
    let steps = 0;
    for (let entry = this.#buckets[bucket] ?? null; entry !== null; entry = entry.next) {
      if (isEqual(entry.bytes, bytes, start, end)) return this.#follow(entry);
      steps += 1;
      if (steps >= maxSteps) return create(decode(bytes, start, end));
    }
    return this.#add(bucket, bytes.slice(start, end), create(decode(bytes, start, end)));
  }

  #add(bucket: number, word: Uint8Array, value: Value): Value {
    if (this.#size >= this.#maxSize) {
      this.#buckets = emptyBuckets();
      this.#size = 0;
      this.#last = null;
    }
    this.#size += 1;
    const entry: Entry<Value> = { bytes: word, value, next: this.#buckets[bucket] ?? null, follower: null };
    this.#buckets[bucket] = entry;
    return this.#follow(entry);
  }

  #follow(entry: Entry<Value>): Value {
    if (this.#last !== null) this.#last.follower = entry;
    this.#last = entry;
    return entry.value;
  }
}

function emptyBuckets<Value>(): (Entry<Value> | null)[] {
  return new Array<Entry<Value> | null>(bucketCount).fill(null);
}

/** FNV-1a, folded to the number of buckets. */
function hash(bytes: Uint8Array, start: number, end: number): number {
  let sum = 0x811c9dc5;
  for (let at = start; at < end; at += 1) sum = Math.imul(sum ^ (bytes[at] ?? 0), 0x01000193);
  return (sum ^ (sum >>> bucketBits)) & (bucketCount - 1);
}

function isEqual(word: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let index = 0; index < word.length; index += 1) {
    if (word[index] !== bytes[start + index]) return false;
  }
  return true;
}

function decode(bytes: Uint8Array, start: number, end: number): string {
  return new TextDecoder().decode(bytes.subarray(start, end));
}
