import type { AgentStatus } from './agent-status';
import { isNotice } from './notices';
import { StatusDraft } from './status-draft';
import { KubeProxyDetailsReader } from './status-kpr-details';
import type { BlockReader } from './status-text-reader';
import { statusSections } from './status-text-sections';
import { cutOffReason, reasonFor } from './unparsed-lines';

/** A label is at most this long (`KubeProxyReplacement Details`). */
const maxLabelLength = 40;

/**
 * Reads the text of `cilium status`, short or `--verbose`, whole or lines picked out of it (v1.0 to main).
 * Linear in the length of the text.
 */
export function parseStatusText(text: string): AgentStatus {
  const parser = new StatusTextParser();
  let number = 1;
  for (let start = 0; start < text.length; number += 1) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    parser.readLine(text.slice(start, end).trimEnd(), number, newline < 0);
    start = end + 1;
  }
  return parser.status;
}

class StatusTextParser {
  readonly #draft = new StatusDraft();
  /** Understands lines of the details also where their heading is missing. */
  readonly #details = new KubeProxyDetailsReader(this.#draft);
  #block: BlockReader | null = null;

  get status(): AgentStatus {
    return this.#draft.status;
  }

  readLine(text: string, line: number, isLast: boolean): void {
    if (text.trim() === '' || isNotice(text)) return;
    // Up to v1.16 the dots after the tenth unreachable node are not ended by a line feed.
    if (this.#readTopLevel(text.replace(/^ {2}\.\.\.(?=Modules Health:)/, ''), line)) return;
    if (this.#block?.readLine(text, line) === true) return;
    if (this.#details.readLine(text, line)) return;
    this.#draft.unparsed.add(line, text, isLast ? cutOffReason : reasonFor(text));
    // What follows an unknown line may belong to it; a comment changes nothing.
    if (!/^[\s#]/.test(text)) this.#block = null;
  }

  /** Reads a line that starts with a known label in the first column. */
  #readTopLevel(text: string, line: number): boolean {
    const colon = text.indexOf(':');
    if (colon <= 0 || colon > maxLabelLength) return false;
    const label = text.slice(0, colon);
    const section = statusSections.get(label);
    if (section === undefined) return false;
    const value = text.slice(colon + 1).trim();
    if (!section.read(value, this.#draft, line)) return false;
    this.#draft.status.sections[label] = value;
    this.#draft.mark(`sections.${label}`, line);
    this.#block = section.block?.(this.#draft) ?? null;
    return true;
  }
}
