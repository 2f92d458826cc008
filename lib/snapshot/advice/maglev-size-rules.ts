import { maglevMemory } from '@/lib/cilium/maglev/table-memory';
import {
  backendsForTableSize,
  defaultMaglevTableSize,
  tableSizeForBackends,
} from '@/lib/cilium/maglev/table-size';
import type { AdviceEvidence } from './advice-view';
import type { AdviceRule } from './advice-rule';
import { settingEvidence, tableEvidence } from './evidence';
import type { MaglevGroup, MaglevRow } from './maglev-tables';
import { maglevGroups } from './maglev-tables';

const sizeKey = 'bpf-lb-maglev-table-size';
const limitKeyWords = 'maglev.tableSize, key bpf-lb-maglev-table-size';

/** A saving below this is not worth a restart of every agent. */
const leastSavingBytes = 64_000_000;

function megabytes(bytes: number): string {
  return bytes < 1_000_000 ? 'less than 1 MB' : `${Math.round(bytes / 1_000_000)} MB`;
}

/** The most backends of each Service, the largest first. */
function largest(rows: readonly MaglevRow[]): AdviceEvidence[] {
  const byService = new Map<string, MaglevRow>();
  for (const row of rows) {
    const { service, key } = row.frontend;
    const id = service === null ? key : `${service.namespace}/${service.name}`;
    if ((byService.get(id)?.backendCount ?? -1) < row.backendCount) byService.set(id, row);
  }
  return [...byService.values()]
    .sort((a, b) => b.backendCount - a.backendCount || (a.frontend.key < b.frontend.key ? -1 : 1))
    .map(({ frontend: { service, key }, backendCount }) =>
      service === null
        ? {
            subject: { kind: 'frontend', frontendKey: key },
            source: 'reported',
            key: 'backends',
            value: String(backendCount),
          }
        : tableEvidence(service, 'backends', String(backendCount)),
    );
}

function most(rows: readonly MaglevRow[]): number {
  return rows.reduce((count, { backendCount }) => Math.max(count, backendCount), 0);
}

function memoryOf({ agents, rows }: MaglevGroup, size: number) {
  return maglevMemory(agents[0].version, size, rows.length, most(rows));
}

/** "M > 100 × N" and the cost of a larger M: cilium-config.md 3.3 (KPF "Maglev Consistent Hashing"; `M21:344-353`), v1.10 to 1.21-dev. */
const tooSmall: AdviceRule = {
  id: 'maglev-table-small',
  title: 'Maglev table too small for the largest Service',
  field: 'backend-selection',
  issue: null,
  judge(facts) {
    const groups = maglevGroups(facts)
      .map((group) => ({
        ...group,
        over: group.rows.filter(({ backendCount }) => backendCount > backendsForTableSize(group.size)),
      }))
      .filter(({ over }) => over.length > 0);
    const [first] = groups;
    if (first === undefined) return null;
    const rows = groups.flatMap(({ over }) => over);
    const needed = tableSizeForBackends(most(rows));
    const { kernelBytes, agentBytes } = memoryOf(first, needed ?? first.size);
    return {
      severity: 'warn',
      reason:
        'A Maglev table wants a hundred slots for each backend. With fewer, backends get uneven shares of the connections, and more connections move when a backend comes or goes.',
      evidence: [
        ...largest(rows),
        ...settingEvidence(
          facts,
          groups.flatMap(({ agents }) => agents),
          sizeKey,
        ),
      ],
      todo:
        needed === null
          ? `No table size is large enough: the largest, 131071, is good for ${backendsForTableSize(131071)} backends. Split the Service, or live with uneven shares.`
          : `Set the table size (${limitKeyWords}) to ${needed} for every agent. All tables of a node then take ${megabytes(kernelBytes)} in the kernel, and the agent sets ${megabytes(agentBytes)} aside to compute them: look at its memory limit first. Until every agent has restarted, nodes choose differently.`,
    };
  },
};

/** What the agent sets aside grows with the square of M: cilium-config.md 3.3 (`M21:344-353`, `derivePermutationSliceLen`). */
const tooLarge: AdviceRule = {
  id: 'maglev-table-large',
  title: 'Maglev table larger than any Service needs',
  field: 'backend-selection',
  issue: null,
  judge(facts) {
    const groups = maglevGroups(facts).flatMap((group) => {
      const enough = Math.max(tableSizeForBackends(most(group.rows)) ?? Infinity, defaultMaglevTableSize);
      if (group.rows.length === 0 || enough >= group.size) return [];
      const memory = memoryOf(group, group.size);
      const savedBytes = memory.agentBytes - memoryOf(group, enough).agentBytes;
      return savedBytes < leastSavingBytes ? [] : [{ ...group, enough, memory }];
    });
    const [first] = groups;
    if (first === undefined) return null;
    return {
      severity: 'info',
      reason: `An agent sets memory aside to compute tables in, and it grows with the square of the table size: ${megabytes(first.memory.agentBytes)} with ${first.size} slots, on every node with more than 8 GiB.`,
      evidence: [
        ...settingEvidence(
          facts,
          groups.flatMap(({ agents }) => agents),
          sizeKey,
        ),
        ...largest(groups.flatMap(({ rows }) => rows)).slice(0, 1),
      ],
      todo: `${first.enough} slots are good for ${backendsForTableSize(first.enough)} backends, and take ${megabytes(memoryOf(first, first.enough).agentBytes)}. If no Service is to grow beyond that, set the table size (${limitKeyWords}) to it, for every agent.`,
    };
  },
};

export const maglevSizeRules: readonly AdviceRule[] = [tooSmall, tooLarge];
