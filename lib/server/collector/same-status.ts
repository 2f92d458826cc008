import type { AgentStatus } from '@/lib/cilium/agent-status';

/** Counters and clocks of a status: they run on at each call and are no news. */
const running = new Set(['currentFlows', 'flowsPerSecond', 'lost', 'unknown']);

const withoutRunning = (key: string, value: unknown): unknown =>
  running.has(key) || key.endsWith('Timestamp') ? undefined : value;

/** True where two statuses say the same, whatever the time of day. */
export function isSameStatus(a: AgentStatus | null, b: AgentStatus | null): boolean {
  return JSON.stringify(a, withoutRunning) === JSON.stringify(b, withoutRunning);
}
