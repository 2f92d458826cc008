/** What an agent was asked: the two commands the dashboard lives on, or any other. */
export type AgentQuestion = 'status' | 'service-list' | 'other';

/** Gives the question of an argv, `["cilium-dbg", "service", "list", "-o", "json"]`. */
export function questionOf(argv: readonly string[]): AgentQuestion {
  const [command, subcommand] = argv.slice(1);
  if (argv.some((argument) => argument === '--brief' || argument.startsWith('jsonpath'))) return 'other';
  if (command === 'status') return 'status';
  return command === 'service' && (subcommand === 'list' || subcommand === 'ls') ? 'service-list' : 'other';
}
