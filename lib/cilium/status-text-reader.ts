import type { StatusDraft } from './status-draft';

/** Reads the value of a top-level line into the draft; false where it is not understood. */
export type LineReader = (value: string, draft: StatusDraft, line: number) => boolean;

/** Reads the indented lines below a top-level line. */
export type BlockReader = {
  /** @param text the line with its indent; false where it is none of the block. */
  readLine: (text: string, line: number) => boolean;
};

/** How a top-level line, known by its label, is read, and the block below it if it has one. */
export type SectionReader = { read: LineReader; block?: (draft: StatusDraft) => BlockReader };
