import { splitAddressSuffix } from '@/lib/cilium/ip-address';
import { addressIdentity, isEverywhere, type AddressIdentity } from './address-identity';
import { isPublicKey, labelParts } from './label-parts';
import { isOwnWord, type MaskVocabulary, type NameKind } from './mask-vocabulary';
import { maskedIPv4, maskedIPv6 } from './masked-address';
import { wordsOfText } from './words-of-text';

const labelPrefix = 'label';

const prefixes: Readonly<Record<NameKind, string>> = {
  namespace: 'ns',
  service: 'svc',
  port: 'port',
  pod: 'pod',
  workload: 'workload',
  node: 'node',
  zone: 'zone',
  source: 'cluster',
  other: 'name',
};

/** How placeholders are made, in one sentence for the exports that have room for it. */
export const maskScheme =
  'Names are placeholders (ns-x1, svc-x1, node-x1 …), addresses are of 198.18.0.0/15, 240.0.0.0/4 and 2001:db8::/32; the same always stands for the same.';

/**
 * Puts placeholders for names and addresses: equal ones for equal, different ones for different. A name has one
 * placeholder whatever it names, so that a sentence, which does not say what its words name, agrees with the rest.
 * Ports, protocols, states, times and versions stay, and so do 0.0.0.0, ::, 127.0.0.1, ::1 and cluster IDs (`@2`).
 */
export class Mask {
  private readonly names = new Map<string, string>();
  private readonly addresses = new Map<string, string>();
  private readonly counts = new Map<string, number>();
  private readonly labelWords = new Map<string, string>();
  private readonly nodeSets = new Map<readonly string[], string[]>();
  private readonly labelSets = new Map<readonly string[], string[]>();

  private constructor(private readonly known: MaskVocabulary) {}

  /** Makes the mask of what `known` has learned. */
  static of(known: MaskVocabulary): Mask {
    const mask = new Mask(known);
    for (const step of mask.giveOut()) void step;
    return mask;
  }

  /** The same, a name or address at a time: of a large cluster there are 100,000, and a page must draw in between. */
  static inSteps(known: MaskVocabulary): { mask: Mask; steps: Iterable<void> } {
    const mask = new Mask(known);
    return { mask, steps: mask.giveOut() };
  }

  /** In the order in which they were learned: one cluster, one result in every format. */
  private *giveOut(): Generator<void> {
    for (const [name, kind] of this.known.names) {
      this.name(kind, name);
      yield;
    }
    for (const { key } of this.known.addresses.values()) {
      this.address(key);
      yield;
    }
    for (const word of this.known.labelWords) {
      this.labelWord(word);
      yield;
    }
  }

  name(kind: NameKind, name: string): string {
    if (name === '' || isOwnWord(name)) return name;
    return remembered(this.names, name, () => this.fresh(prefixes[kind]));
  }

  nameOrNull(kind: NameKind, name: string | null): string | null {
    return name === null ? null : this.name(kind, name);
  }

  /** Lists of nodes are shared by many rows, and so are the masked ones. */
  nodes(nodes: readonly string[]): string[] {
    return remembered(this.nodeSets, nodes, () => nodes.map((node) => this.name('node', node)));
  }

  /** Labels, `key=value`: keys that everybody knows stay. */
  labels(labels: readonly string[]): string[] {
    return remembered(this.labelSets, labels, () =>
      labels.map(labelParts).map(({ key, value }) => {
        const shownKey = isPublicKey(key) ? key : this.labelWord(key);
        return `${shownKey}=${value === '' ? '' : this.labelWord(value)}`;
      }),
    );
  }

  /** What is a name elsewhere has that name's placeholder; else one of its own, which no sentence takes for a name. */
  private labelWord(word: string): string {
    return this.names.get(word) ?? remembered(this.labelWords, word, () => this.fresh(labelPrefix));
  }

  /** An address; its cluster ID (`@2`) or zone stays. */
  address(ip: string): string {
    const { address, suffix } = splitAddressSuffix(ip);
    const identity = addressIdentity(address);
    if (identity === null) return this.name('other', ip);
    if (isEverywhere(identity)) return ip;
    return remembered(this.addresses, identity.key, () => this.freshAddress(identity)) + suffix;
  }

  /** An address with its port, as agents print it: `10.0.0.1:80/TCP/i`, `[fd00::1]:53`. */
  addressText(text: string): string {
    const [, host = '', rest = ''] = /^(\[[^\]]*\]|[^:]*)(.*)$/s.exec(text) ?? [];
    return (host.startsWith('[') ? `[${this.address(host.slice(1, -1))}]` : this.address(host)) + rest;
  }

  /** A sentence: the names that are known, what stands where a name does, and every address. */
  text(text: string): string {
    return wordsOfText(text, (name) => this.names.has(name))
      .map(({ kind, word }) => {
        if (kind === 'address') return this.address(word);
        return kind === 'name' ? this.name('other', word) : word;
      })
      .join('');
  }

  private fresh(prefix: string): string {
    let name: string;
    do name = `${prefix}-x${this.next(prefix, 1)}`;
    while (this.known.names.has(name) || this.known.labelWords.has(name));
    return name;
  }

  private freshAddress({ family }: AddressIdentity): string {
    let address: string;
    do address = family === 4 ? maskedIPv4(this.next('4', 0)) : maskedIPv6(this.next('6', 0));
    while (this.known.addresses.has(address));
    return address;
  }

  private next(counter: string, first: number): number {
    const number = this.counts.get(counter) ?? first;
    this.counts.set(counter, number + 1);
    return number;
  }
}

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, make: () => Value): Value {
  const found = known.get(key);
  if (found !== undefined) return found;
  const made = make();
  known.set(key, made);
  return made;
}
