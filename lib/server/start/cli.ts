import { KubeError } from '@/lib/server/kube/kube-error';
import { CommandError } from './command-error';
import { createProgram } from './program';

/** One sentence for what people can do something about; the whole trace for a fault of ours. */
function explain(error: unknown): string {
  if (error instanceof CommandError) return error.message;
  if (error instanceof KubeError) return `${error.message} ${error.hint}`.trim();
  return `this is a fault of kpr-explorer, please report it:\n${error instanceof Error ? error.stack : String(error)}`;
}

// Whoever reads us through a pipe may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const program = createProgram({
  start: async (options) => (await import('./start-command')).startDashboard(options),
  parse: async (kind) => (await import('./parse-command')).parseStandardInput(kind),
});

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`kpr-explorer: ${explain(error)}\n`);
  process.exit(error instanceof CommandError ? error.exitCode : 1);
}
