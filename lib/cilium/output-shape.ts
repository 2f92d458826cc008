import { isNotice } from './notices';

/** How far into an answer the first line that is no notice may start. */
const maxNoticesLength = 65_536;

/**
 * True when the answer is JSON: its first line that is neither empty nor a notice starts with `{` or `[`.
 * The `[...]` of a shortened copy is no JSON.
 */
export function isJSON(output: string | Uint8Array): boolean {
  const head =
    typeof output === 'string'
      ? output.slice(0, maxNoticesLength)
      : new TextDecoder().decode(output.subarray(0, maxNoticesLength));
  const start = jsonStart(head);
  return start >= 0;
}

/** Gives the index of the `{` or `[` an answer in JSON starts with, or -1. */
export function jsonStart(output: string): number {
  let start = 0;
  while (start < output.length && start < maxNoticesLength) {
    const newline = output.indexOf('\n', start);
    const end = newline < 0 ? output.length : newline;
    const line = output.slice(start, Math.min(end, start + 400)).trimStart();
    if (line !== '' && line !== '\uFEFF' && !isNotice(line)) {
      const isStart = /^(?:\{|\[(?!\.\.\.|…))/.test(line);
      return isStart ? output.indexOf(line.charAt(0), start) : -1;
    }
    start = end + 1;
  }
  return -1;
}
