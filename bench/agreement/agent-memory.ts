import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { newAgentRecord } from '@/lib/server/collector/agent-record';
import type { AgentRecord } from '@/lib/server/collector/agent-record';
import { TableStore } from '@/lib/server/collector/table-store';
import { takeServiceList } from '@/lib/server/collector/take-answer';
import { bigTable } from '../big-table';

const agentsBefore = 10;
const agentsAfter = 30;

function usedBytes(): number {
  setFlagsFromString('--expose-gc');
  // Exposed to new contexts only.
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

/** The same table as another agent prints it: every row has another number. */
function asPrintedBy(agent: number, text: string): Buffer {
  return Buffer.from(
    text.replace(/^\d+ +/gm, (cell) => String(Number(cell) + agent * 7).padEnd(cell.length)),
  );
}

function take(agent: number, text: string, tables: TableStore): AgentRecord {
  const node = `node-${agent}`;
  const record = newAgentRecord({
    ...{ namespace: 'kube-system', name: `cilium-${node}`, node, container: 'cilium-agent', image: null },
    ...{ daemonSet: 'cilium', ips: [], phase: 'Running', ready: true, waitingReason: null },
    ...{ terminating: false, restarts: 0, createdTimestamp: null, startedTimestamp: null, containerId: null },
    ...{ readyTimestamp: null, memoryLimitBytes: null },
  });
  const stdout = asPrintedBy(agent, text);
  const answer = { stdout, stderr: Buffer.alloc(0), exitCode: 0, durationMs: 1, truncated: false };
  const argv = ['cilium-dbg', 'service', 'list'];
  const frontends = takeServiceList(record, { ...answer, argv, binary: 'cilium-dbg' }, false);
  if (frontends !== null) tables.set(node, frontends);
  return record;
}

/** What each further agent that agrees costs, in MiB: 10,000 frontends with 100,000 backends, its own numbers and text. */
export function agentMiB(): number {
  const { text } = bigTable();
  const tables = new TableStore();
  const records: AgentRecord[] = [];
  const fill = (count: number): number => {
    while (records.length < count) records.push(take(records.length, text, tables));
    return usedBytes();
  };
  const before = fill(agentsBefore);
  const after = fill(agentsAfter);
  if (tables.counts('node-0')?.frontends !== tables.distinctRows) {
    throw new Error('The agents of this measure do not agree.');
  }
  return (after - before) / (agentsAfter - agentsBefore) / (1 << 20);
}
