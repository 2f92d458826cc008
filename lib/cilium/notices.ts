/** Lines that kubectl or the client print around an answer; they say nothing of the agent. */
const noticePrefixes: readonly string[] = [
  'Defaulted container "',
  'Defaulting container name to ',
  "Use 'kubectl describe pod",
  'Using config file: ',
  'Unable to use a TTY',
  "If you don't see a command prompt",
];

/** True for a line that may precede any answer and is no part of it (kubectl, viper in the client: all versions). */
export function isNotice(line: string): boolean {
  return noticePrefixes.some((prefix) => line.startsWith(prefix));
}
