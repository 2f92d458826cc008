import { parseReport } from '@/lib/cilium/parse-report';
import type { ReportKind } from '@/lib/cilium/parse-report';
import { CommandError } from './command-error';

/** Five times the largest table known (100,000 backends, 12 MB), and room for JSON. */
const maxInputBytes = 256 * 1024 * 1024;
const nothingUnderstood = 2;

async function readStandardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin) {
    const part = Buffer.from(chunk);
    bytes += part.length;
    if (bytes > maxInputBytes) throw new CommandError('The input is larger than 256 MiB.', nothingUnderstood);
    chunks.push(part);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function write(text: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(text, () => resolve()));
}

/**
 * `kpr-explorer parse`: what an agent printed on standard input, as JSON on standard output.
 * Rejects with CommandError of exit code 2, in one sentence, when nothing of it was understood.
 */
export async function parseStandardInput(kind: ReportKind): Promise<void> {
  if (process.stdin.isTTY) {
    process.stderr.write('Reading standard input; end it with Ctrl-D.\n');
  }
  const { report, understood, message } = parseReport(kind, await readStandardInput());
  if (!understood) throw new CommandError(message, nothingUnderstood);
  await write(`${JSON.stringify(report, null, 2)}\n`);
}
