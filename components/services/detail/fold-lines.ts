import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import type { BackendView } from '@/lib/snapshot/frontend-view';

/** A line as the panel shows it. `folded`: the agent printed it on one line with the next. */
export type FoldedLine = { text: string; folded: boolean; bad: boolean };

/**
 * Folds a row of `cilium service list` to the width of a panel: the frontend on one line, each backend on one of its
 * own. Only blanks change, and the fold is marked; copying gives the agent's own bytes.
 */
export function foldLines(lines: readonly string[], isBad: (line: string) => boolean): FoldedLine[] {
  let indent = 0;
  return lines.flatMap((line, index) => {
    const start = line.search(/\d+ => /);
    const head = narrow(start < 0 ? line : line.slice(0, start));
    // Backends stand below the address, which follows the agent's own number.
    if (index === 0) indent = head.length - head.replace(/^\d+\s+/, '').length;
    if (start < 0) return [{ text: index === 0 ? head : line.trimEnd(), folded: false, bad: false }];
    const text = `${' '.repeat(indent)}${line.slice(start).trimEnd()}`;
    const backend = { text, folded: false, bad: isBad(line) };
    return head === '' ? [backend] : [{ text: head, folded: true, bad: false }, backend];
  });
}

function narrow(text: string): string {
  return text.trim().replace(/\s{3,}|\t+/g, '   ');
}

/** Tells whether a printed line sends to one of `backends`; the address is compared whole. */
export function namesBackend(backends: readonly BackendView[]): (line: string) => boolean {
  const printed = new Set(
    backends.flatMap((backend) => [
      formatL3n4Addr({ ...backend, scope: 'external' }),
      formatL3n4Addr({ ...backend, protocol: null, scope: 'external' }),
    ]),
  );
  return (line) => {
    const address = /=>\s+(\S+)/.exec(line)?.[1];
    return address !== undefined && printed.has(address);
  };
}
