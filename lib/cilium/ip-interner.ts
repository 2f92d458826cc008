/** How many addresses are remembered, and the slots to find them in: a power of two (about 15 MB when full). */
const maxSize = 131_072;
const slotBits = 18;
const slotCount = 1 << slotBits;

/** An input made to collide may not make a lookup slow. */
const maxSteps = 64;

const octets = Array.from({ length: 256 }, (_, octet) => String(octet));
const octetsWithDot = octets.map((octet) => `${octet}.`);

/**
 * Gives the text of an IPv4 address, one string per distinct address.
 * The agents of a cluster name the same pods in the same order, and each of them again with every answer: sharing
 * the strings saves most of the memory, and looking first at what came next the last time most of the search.
 * When full, it forgets and starts again: the bound holds on any input.
 */
export class IpInterner {
  #numbers = new Int32Array(maxSize);
  #texts: string[] = [];
  /** For each slot the position of its address in the lists above, plus one; zero where it is free. */
  #slots = new Int32Array(slotCount);
  #expected = 0;

  /** @param number the four octets, the first in the highest byte. */
  text(number: number): string {
    const expected = this.#expected;
    if (this.#numbers[expected] === number && expected < this.#texts.length) {
      this.#expected = expected + 1;
      return this.#texts[expected] ?? '';
    }
    return this.#find(number);
  }

  #find(number: number): string {
    // Addresses differ in their last bits mostly; Knuth's multiplier spreads them over the slots.
    const first = Math.imul(number, 0x9e3779b1) >>> (32 - slotBits);
    for (let step = 0; step < maxSteps; step += 1) {
      const slot = (first + step) & (slotCount - 1);
      const position = (this.#slots[slot] ?? 0) - 1;
      if (position < 0) return this.#add(number, slot);
      if (this.#numbers[position] === number) {
        this.#expected = position + 1;
        return this.#texts[position] ?? '';
      }
    }
    return formatIPv4(number);
  }

  #add(number: number, slot: number): string {
    if (this.#texts.length >= maxSize) {
      this.#slots.fill(0);
      this.#texts = [];
    }
    const text = formatIPv4(number);
    this.#numbers[this.#texts.length] = number;
    this.#texts.push(text);
    this.#slots[slot] = this.#texts.length;
    this.#expected = this.#texts.length;
    return text;
  }
}

function formatIPv4(number: number): string {
  return (
    (octetsWithDot[number >>> 24] ?? '') +
    (octetsWithDot[(number >>> 16) & 255] ?? '') +
    (octetsWithDot[(number >>> 8) & 255] ?? '') +
    (octets[number & 255] ?? '')
  );
}

/** Shared by all tables. */
export const ipv4Texts = new IpInterner();
