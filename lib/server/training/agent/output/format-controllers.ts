import { formatGoDuration } from '../go/duration';
import { TabWriter } from '../go/tabwriter';
import type { ControllerModel } from './status-response';

const zeroTime = '0001-01-01T00:00:00.000Z';

/** How long ago a timestamp of the agent was, whole seconds: `1m3s ago`; `never` for Go's zero time. */
export function formatTimeSince(timestamp: string | undefined, nowMs: number): string {
  if (timestamp === undefined || timestamp === zeroTime) return 'never';
  const seconds = Math.trunc((nowMs - Date.parse(timestamp)) / 1000);
  return `${formatGoDuration(seconds * 1e9)} ago`;
}

/** Prints `Controller Status:` and the table of controllers: the failing ones, or all. */
export function formatControllers(controllers: ControllerModel[], all: boolean, nowMs: number): string {
  const rows: string[] = [];
  let failing = 0;
  for (const { name = '', status } of controllers) {
    if (status === undefined) continue;
    const failures = status['consecutive-failure-count'] ?? 0;
    if (failures > 0) failing++;
    else if (!all) continue;
    const lastSuccess = formatTimeSince(status['last-success-timestamp'], nowMs);
    const lastFailure = formatTimeSince(status['last-failure-timestamp'], nowMs);
    const message = status['last-failure-msg'] || 'no error';
    rows.push(`  ${name}\t${lastSuccess}\t${lastFailure}\t${failures}\t${message}\t\n`);
  }
  const total = controllers.length;
  const head = `Controller Status:\t${total - failing}/${total} healthy\n`;
  if (rows.length === 0) return head;
  // The title row is sorted with the others (`sort.Strings(out)`): in ASCII it comes before lower-case names.
  const table = ['  Name\tLast success\tLast error\tCount\tMessage\n', ...rows].sort((a, b) =>
    a < b ? -1 : a > b ? 1 : 0,
  );
  const inner = new TabWriter({ minWidth: 0, padding: 3 });
  inner.write(table.join(''));
  return head + inner.flush();
}
