import { backendsForTableSize, maglevTableSizes } from '../maglev/table-size';
import { textOf } from '../settings/config-data';
import type { Outcome, Rule, Start } from './rule';
import { broken, missing } from './rule';

const sizeKey = 'bpf-lb-maglev-table-size';
const seedKey = 'bpf-lb-maglev-hash-seed';
const maglevReads = ['bpf-lb-algorithm', 'kube-proxy-replacement'];

/** Up to v1.16 size and seed are looked at only where they are used; since v1.17 always. */
const inUse = ({ settings }: Start): boolean =>
  settings.loadBalancing.nodePort && settings.algorithm === 'maglev';

function badSize({ settings: { maglevTableSize: size } }: Start): Outcome {
  if (maglevTableSizes.some((known) => known === size)) return null;
  return broken(
    `Invalid value for --${sizeKey}: ${size}, supported values are: [${maglevTableSizes.join(' ')}]`,
  );
}

/** Where Go's base64 decoder stops; null when the text is sound. */
function badByte(text: string): number | null {
  const bad = /[^A-Za-z0-9+/]/.exec(text.replace(/={1,2}$/, ''));
  if (bad !== null) return bad.index;
  return text.length % 4 === 0 ? null : text.length;
}

const seedOf = ({ data }: Start): string => textOf(data, seedKey, 'JLfvgnHc2kaSUFaI');

function badBase64(seed: string): string | null {
  const at = badByte(seed);
  return at === null
    ? null
    : `annot decode base64 Maglev hash seed "${seed}": illegal base64 data at input byte ${at}`;
}

function badLength(seed: string): string | null {
  if (badByte(seed) !== null) return null;
  const bytes = (seed.length / 4) * 3 - (/=*$/.exec(seed)?.[0].length ?? 0);
  return bytes === 12 ? null : `ecoded hash seed is ${bytes} bytes (not 12 bytes)`;
}

/** A18 and A19: the words of v1.17 begin small, those before begin large behind a prefix. */
function seedRule(
  id: string,
  problem: (seed: string) => string | null,
  [small, large]: [string, string],
): Rule[] {
  const shared = { id, effect: 'fatal', keys: [seedKey] } as const;
  const told = (start: Start, before: string): Outcome => {
    const words = problem(seedOf(start));
    return words === null ? null : broken(before + words);
  };
  return [
    {
      ...shared,
      stage: 'kpr',
      reads: maglevReads,
      until: '1.16',
      judge: (start) =>
        inUse(start) ? told(start, `Failed to initialize maglev hash seeds: ${large}`) : null,
    },
    { ...shared, stage: 'cell', since: '1.17', judge: (start) => told(start, small) },
  ];
}

export const maglevRules: readonly Rule[] = [
  {
    id: 'A17',
    effect: 'fatal',
    stage: 'kpr',
    keys: [sizeKey],
    reads: maglevReads,
    until: '1.16',
    judge: (start) => (inUse(start) ? badSize(start) : null),
  },
  { id: 'A17', effect: 'fatal', stage: 'cell', keys: [sizeKey], since: '1.17', judge: badSize },
  ...seedRule('A18', badBase64, ['c', 'C']),
  ...seedRule('A19', badLength, ['d', 'D']),
];

/** Scratch memory of the agent for one table, in MB (comment at `M21:344-353`). */
const scratchMB: Record<number, number> = { 16381: 20.5, 32749: 81.8, 65521: 328, 131071: 1311 };

/** Cilium's own advice on the size of tables (cilium-config.md 3.3): nothing stops an agent that breaks it. */
export const maglevAdvice: readonly Rule[] = [
  {
    id: '3.3-SIZE',
    effect: 'warn',
    stage: 'none',
    keys: [sizeKey],
    reads: maglevReads,
    judge(start) {
      const { facts, settings } = start;
      if (!inUse(start)) return null;
      if (facts.backendsMax === null) return missing('how many backends the largest Service has');
      const enough = backendsForTableSize(settings.maglevTableSize);
      if (facts.backendsMax <= enough) return null;
      return broken(
        `A table of ${settings.maglevTableSize} serves about ${enough} backends a Service; one has ${facts.backendsMax}.`,
      );
    },
  },
  {
    id: '3.3-MEMORY',
    effect: 'warn',
    stage: 'none',
    keys: [sizeKey],
    reads: maglevReads,
    judge(start) {
      const { facts, settings } = start;
      const needed = scratchMB[settings.maglevTableSize];
      if (!inUse(start) || needed === undefined) return null;
      if (facts.agentMemoryBytes === null) return missing('the memory limit of the agent');
      if (needed * 1e6 <= facts.agentMemoryBytes / 2) return null;
      return broken(
        `Building tables of ${settings.maglevTableSize} takes ${needed} MB of the agent’s memory, and its limit is ${Math.round(facts.agentMemoryBytes / 1e6)} MB.`,
      );
    },
  },
  {
    id: '3.3-SEED',
    effect: 'warn',
    stage: 'none',
    keys: [seedKey],
    reads: maglevReads,
    judge: (start) =>
      inUse(start) && textOf(start.data, seedKey) === ''
        ? broken('The seed is the built-in one that every cluster has; Cilium recommends one of your own.')
        : null,
  },
];
