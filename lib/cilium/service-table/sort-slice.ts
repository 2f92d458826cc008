/** Compares the items at two places; may say "less" of equal ones, as some of Cilium's own comparisons do. */
type Less = (a: number, b: number) => boolean;

const maxInsertion = 12;
const shortestNinther = 50;
const shortestShifting = 50;
const maxSteps = 5;
const maxSwaps = 12;

const bitsOf = (value: number): number => 32 - Math.clz32(value);

/** Where Go's `pdqsort_func` puts what it sorts; method by method zsortfunc.go of Go 1.19 to 1.26. */
class PatternDefeatingSort<Item> {
  readonly #items: Item[];
  readonly #less: Less;
  #swaps = 0;

  constructor(items: Item[], less: (a: Item, b: Item) => boolean) {
    this.#items = items;
    // Every place asked for is inside of the list.
    this.#less = (a, b) => less(items[a] as Item, items[b] as Item);
  }

  sort(from: number, to: number, limit: number): void {
    let [a, b, left] = [from, to, limit];
    let wasBalanced = true;
    let wasPartitioned = true;
    for (;;) {
      const length = b - a;
      if (length <= maxInsertion) return this.#insertionSort(a, b);
      if (left === 0) return this.#heapSort(a, b);
      if (!wasBalanced) {
        this.#breakPatterns(a, b);
        left--;
      }
      let { pivot, hint } = this.#choosePivot(a, b);
      if (hint === 'decreasing') {
        this.#reverse(a, b);
        pivot = b - 1 - (pivot - a);
        hint = 'increasing';
      }
      if (wasBalanced && wasPartitioned && hint === 'increasing' && this.#partialInsertionSort(a, b)) return;
      if (a > 0 && !this.#less(a - 1, pivot)) {
        a = this.#partitionEqual(a, b, pivot);
        continue;
      }
      const { mid, alreadyPartitioned } = this.#partition(a, b, pivot);
      wasPartitioned = alreadyPartitioned;
      const threshold = Math.floor(length / 8);
      if (mid - a < b - mid) {
        wasBalanced = mid - a >= threshold;
        this.sort(a, mid, left);
        a = mid + 1;
      } else {
        wasBalanced = b - mid >= threshold;
        this.sort(mid + 1, b, left);
        b = mid;
      }
    }
  }

  #swap(a: number, b: number): void {
    const items = this.#items;
    [items[a], items[b]] = [items[b] as Item, items[a] as Item];
  }

  #insertionSort(a: number, b: number): void {
    for (let i = a + 1; i < b; i++) {
      for (let j = i; j > a && this.#less(j, j - 1); j--) this.#swap(j, j - 1);
    }
  }

  #siftDown(lo: number, hi: number, first: number): void {
    for (let root = lo; ;) {
      let child = 2 * root + 1;
      if (child >= hi) return;
      if (child + 1 < hi && this.#less(first + child, first + child + 1)) child++;
      if (!this.#less(first + root, first + child)) return;
      this.#swap(first + root, first + child);
      root = child;
    }
  }

  #heapSort(a: number, b: number): void {
    const hi = b - a;
    for (let i = Math.floor((hi - 1) / 2); i >= 0; i--) this.#siftDown(i, hi, a);
    for (let i = hi - 1; i >= 0; i--) {
      this.#swap(a, a + i);
      this.#siftDown(0, i, a);
    }
  }

  #partition(a: number, b: number, pivot: number): { mid: number; alreadyPartitioned: boolean } {
    this.#swap(a, pivot);
    let [i, j] = [a + 1, b - 1];
    const close = (): void => {
      while (i <= j && this.#less(i, a)) i++;
      while (i <= j && !this.#less(j, a)) j--;
    };
    close();
    const alreadyPartitioned = i > j;
    while (i <= j) {
      this.#swap(i++, j--);
      close();
    }
    this.#swap(j, a);
    return { mid: j, alreadyPartitioned };
  }

  #partitionEqual(a: number, b: number, pivot: number): number {
    this.#swap(a, pivot);
    for (let [i, j] = [a + 1, b - 1]; ;) {
      while (i <= j && !this.#less(a, i)) i++;
      while (i <= j && this.#less(a, j)) j--;
      if (i > j) return i;
      this.#swap(i++, j--);
    }
  }

  #partialInsertionSort(a: number, b: number): boolean {
    let i = a + 1;
    for (let step = 0; step < maxSteps; step++) {
      while (i < b && !this.#less(i, i - 1)) i++;
      if (i === b) return true;
      if (b - a < shortestShifting) return false;
      this.#swap(i, i - 1);
      if (i - a >= 2) {
        for (let j = i - 1; j >= 1 && this.#less(j, j - 1); j--) this.#swap(j, j - 1);
      }
      if (b - i >= 2) {
        for (let j = i + 1; j < b && this.#less(j, j - 1); j++) this.#swap(j, j - 1);
      }
    }
    return false;
  }

  #breakPatterns(a: number, b: number): void {
    const length = b - a;
    if (length < 8) return;
    let random = BigInt(length);
    const next = (): bigint => {
      random = BigInt.asUintN(64, random ^ (random << 13n));
      random ^= random >> 7n;
      random = BigInt.asUintN(64, random ^ (random << 17n));
      return random;
    };
    const mask = BigInt(2 ** bitsOf(length) - 1);
    const middle = a + Math.floor(length / 4) * 2;
    for (let index = middle - 1; index <= middle + 1; index++) {
      const other = Number(next() & mask);
      this.#swap(index, a + (other >= length ? other - length : other));
    }
  }

  #choosePivot(a: number, b: number): { pivot: number; hint: 'increasing' | 'decreasing' | 'unknown' } {
    const length = b - a;
    const quarter = Math.floor(length / 4);
    let [i, j, k] = [a + quarter, a + quarter * 2, a + quarter * 3];
    this.#swaps = 0;
    if (length >= 8) {
      if (length >= shortestNinther) {
        [i, j, k] = [
          this.#median(i - 1, i, i + 1),
          this.#median(j - 1, j, j + 1),
          this.#median(k - 1, k, k + 1),
        ];
      }
      j = this.#median(i, j, k);
    }
    const hint = this.#swaps === 0 ? 'increasing' : this.#swaps === maxSwaps ? 'decreasing' : 'unknown';
    return { pivot: j, hint };
  }

  #median(first: number, second: number, third: number): number {
    let [a, b, c] = [first, second, third];
    const order = (x: number, y: number): [number, number] => {
      if (!this.#less(y, x)) return [x, y];
      this.#swaps++;
      return [y, x];
    };
    [a, b] = order(a, b);
    [b, c] = order(b, c);
    [a, b] = order(a, b);
    return b;
  }

  #reverse(a: number, b: number): void {
    for (let [i, j] = [a, b - 1]; i < j; i++, j--) this.#swap(i, j);
  }
}

/**
 * Gives the items in the order in which Go's `sort.Slice` leaves them (Go 1.19 to 1.26). It is not stable: where `less`
 * leaves a choice, the order that a Go program prints depends on this very algorithm.
 */
export function sortSlice<Item>(items: readonly Item[], less: (a: Item, b: Item) => boolean): Item[] {
  const sorted = [...items];
  new PatternDefeatingSort(sorted, less).sort(0, sorted.length, bitsOf(sorted.length));
  return sorted;
}
