/** A line of an agent's output that was not understood, kept so that nothing is dropped in silence. */
export type UnparsedLine = {
  /** 1-based. */
  line: number;
  text: string;
  reason: string;
};
