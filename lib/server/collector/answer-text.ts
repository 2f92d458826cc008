import { deflateRawSync, inflateRawSync } from 'node:zlib';

const newline = 10;
const chunkBytes = 16 << 10;

type Chunk = { firstLine: number; deflated: Buffer };

/**
 * The text of an answer, kept small: a table of 2,000 frontends takes about a tenth of its size, and a few of its
 * lines are read without unpacking the rest.
 */
export class AnswerText {
  readonly sizeBytes: number;
  private readonly chunks: Chunk[] = [];

  constructor(bytes: Buffer) {
    this.sizeBytes = bytes.length;
    let firstLine = 1;
    let start = 0;
    while (start < bytes.length) {
      const newlineAt = bytes.indexOf(newline, Math.min(start + chunkBytes, bytes.length));
      const end = newlineAt === -1 ? bytes.length : newlineAt + 1;
      const chunk = bytes.subarray(start, end);
      this.chunks.push({ firstLine, deflated: deflateRawSync(chunk, { level: 1 }) });
      firstLine += countLines(chunk);
      start = end;
    }
  }

  /** Gives the bytes as they came. */
  bytes(): Buffer {
    return Buffer.concat(this.chunks.map(({ deflated }) => inflateRawSync(deflated)));
  }

  /** Gives `count` lines from a 1-based line on, without their line ends. */
  lines(first: number, count: number): string[] {
    const lines: string[] = [];
    for (const [at, { firstLine, deflated }] of this.chunks.entries()) {
      const nextFirst = this.chunks[at + 1]?.firstLine ?? Infinity;
      if (nextFirst <= first || firstLine >= first + count) continue;
      const all = inflateRawSync(deflated).toString('utf8').split('\n');
      lines.push(
        ...all.slice(Math.max(0, first - firstLine), Math.min(first + count, nextFirst) - firstLine),
      );
    }
    return lines.map((line) => line.replace(/\r$/, '')).slice(0, count);
  }

  /** Bytes held in memory. */
  get heldBytes(): number {
    return this.chunks.reduce((sum, { deflated }) => sum + deflated.length, 0);
  }
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count += 1;
  return count;
}
