// Loaded into the product's process before its own code: ends it with SIGKILL at one entry of its journal of changes,
// which the file named by KPR_E2E_DEATH tells, as { "entry": 5, "when": "after" }. Nothing else of the process is touched.
import { existsSync, readFileSync } from 'node:fs';
import promises from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';

const { appendFile } = promises;
/** Entries since a rollout began, or since the process did; what the process says of its own return is none of them. */
let count = 0;

function die() {
  process.kill(process.pid, 'SIGKILL');
}

promises.appendFile = async (file, text, options) => {
  const order = process.env.KPR_E2E_DEATH ?? '';
  if (!String(file).endsWith('journal.jsonl') || !existsSync(order)) return appendFile(file, text, options);
  const { entry, when } = JSON.parse(readFileSync(order, 'utf8'));
  const { kind } = JSON.parse(text);
  if (kind === 'begun') count = 0;
  if (kind !== 'resumed') count += 1;
  if (count === entry && when === 'before') die();
  await appendFile(file, text, options);
  if (count === entry && when === 'after' && kind !== 'resumed') die();
};
syncBuiltinESMExports();
