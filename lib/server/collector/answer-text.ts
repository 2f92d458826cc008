import { crc32, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

const newline = 10;
/** Larger chunks pack better; smaller ones are sooner unpacked for a line. */
const chunkBytes = 64 << 10;

/** A part of a text that ends with a line, packed; its checksum is of the bytes as they came. */
type Chunk = { firstLine: number; sizeBytes: number; crc: number; packed: Buffer };

/**
 * The text of an answer, kept small: a table takes about a twentieth of its size, and a few of its lines are read
 * without unpacking the rest. zstd packs such tables a third smaller than deflate, in two thirds of the time.
 */
export class AnswerText {
  readonly sizeBytes: number;
  readonly chunks: readonly Readonly<Chunk>[];

  constructor(bytes: Buffer) {
    this.sizeBytes = bytes.length;
    const chunks: Chunk[] = [];
    let firstLine = 1;
    let start = 0;
    while (start < bytes.length) {
      const newlineAt = bytes.indexOf(newline, Math.min(start + chunkBytes, bytes.length));
      const end = newlineAt === -1 ? bytes.length : newlineAt + 1;
      const chunk = bytes.subarray(start, end);
      // zlib gives a view of a buffer many times as large, which would be kept with it.
      const packed = Buffer.from(new Uint8Array(zstdCompressSync(chunk)).buffer);
      chunks.push({ firstLine, sizeBytes: chunk.length, crc: crc32(chunk), packed });
      firstLine += countLines(chunk);
      start = end;
    }
    this.chunks = chunks;
  }

  /** Gives the bytes as they came: all of them, or those of the first chunks. */
  bytes(chunkCount = this.chunks.length): Buffer {
    return Buffer.concat(this.chunks.slice(0, chunkCount).map(({ packed }) => zstdDecompressSync(packed)));
  }

  /** Gives `count` lines from a 1-based line on, without their line ends. */
  lines(first: number, count: number): string[] {
    const lines: string[] = [];
    for (const [at, { firstLine, packed }] of this.chunks.entries()) {
      const nextFirst = this.chunks[at + 1]?.firstLine ?? Infinity;
      if (nextFirst <= first || firstLine >= first + count) continue;
      const all = zstdDecompressSync(packed).toString('utf8').split('\n');
      lines.push(
        ...all.slice(Math.max(0, first - firstLine), Math.min(first + count, nextFirst) - firstLine),
      );
    }
    return lines.map((line) => line.replace(/\r$/, '')).slice(0, count);
  }

  /** Bytes held in memory. */
  get heldBytes(): number {
    return this.chunks.reduce((sum, { packed }) => sum + packed.length, 0);
  }
}

function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) count += 1;
  return count;
}
