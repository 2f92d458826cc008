/** The binaries of an agent's image: `cilium-dbg` since v1.15, `cilium` before it (and as a link for some versions after). */
export type AgentBinary = 'cilium-dbg' | 'cilium';

export const agentBinaries: readonly AgentBinary[] = ['cilium-dbg', 'cilium'];

/** Everything that we ever run in a pod. Nothing else passes `agentArgv`. */
const argumentLists = {
  'status-json': ['status', '-o', 'json'],
  'status-verbose': ['status', '--verbose'],
  'service-list': ['service', 'list'],
  'service-list-json': ['service', 'list', '-o', 'json'],
} as const;

export type AgentQuestion = keyof typeof argumentLists;

/** Gives the fixed argv of a question: no shell, no user text. */
export function agentArgv(binary: AgentBinary, question: AgentQuestion): string[] {
  return [binary, ...argumentLists[question]];
}
