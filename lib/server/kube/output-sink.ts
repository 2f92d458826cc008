/** Takes the parts of an output as they come. */
export type OutputSink = {
  write(part: Buffer): void;
  /** All of it. */
  bytes(): Buffer;
};

/** Keeps the parts, and puts them together in the end. */
export function bufferSink(): OutputSink {
  const parts: Buffer[] = [];
  return { write: (part) => void parts.push(part), bytes: () => Buffer.concat(parts) };
}
