/** A set of small numbers as bits: 100 nodes take 16 bytes. */
export class NodeBits {
  private words = new Uint32Array(1);
  private count = 0;

  get size(): number {
    return this.count;
  }

  add(index: number): void {
    const word = index >>> 5;
    if (word >= this.words.length) {
      const grown = new Uint32Array(word + 1);
      grown.set(this.words);
      this.words = grown;
    }
    const bit = 1 << (index & 31);
    const before = this.words[word] ?? 0;
    if ((before & bit) !== 0) return;
    this.words[word] = before | bit;
    this.count += 1;
  }

  remove(index: number): void {
    const word = index >>> 5;
    const bit = 1 << (index & 31);
    const before = this.words[word] ?? 0;
    if ((before & bit) === 0) return;
    this.words[word] = before & ~bit;
    this.count -= 1;
  }

  has(index: number): boolean {
    return ((this.words[index >>> 5] ?? 0) & (1 << (index & 31))) !== 0;
  }

  /** Equal for equal sets. */
  get id(): string {
    let end = this.words.length;
    while (end > 1 && this.words[end - 1] === 0) end -= 1;
    return this.words.subarray(0, end).join();
  }

  /** The numbers, ascending. */
  *[Symbol.iterator](): Iterator<number> {
    for (let word = 0; word < this.words.length; word += 1) {
      for (let bits = this.words[word] ?? 0; bits !== 0; bits &= bits - 1) {
        yield word * 32 + (31 - Math.clz32(bits & -bits));
      }
    }
  }
}
