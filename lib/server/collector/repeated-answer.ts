import { crc32 } from 'node:zlib';
import { giveBackBytes } from '@/lib/server/kube/give-back-bytes';
import type { OutputSink } from '@/lib/server/kube/output-sink';
import type { AnswerText } from './answer-text';

const nothing = Buffer.alloc(0);

/**
 * Takes an answer that mostly is the last one again, and keeps nothing of it as long as it is: each chunk of the last
 * answer is known by its length and checksum. A hundred tables of ten megabytes would otherwise fill the memory every
 * sweep, and the collection of that garbage costs more than all the rest.
 *
 * Checksums are CRC-32: any change within 32 bits shows, of others one in four billion is missed until the next one.
 * It is no proof against an agent that wants two answers to look equal: it may as well lie outright.
 * Parts that are given to `write` are its own from then on.
 */
export class RepeatedAnswer implements OutputSink {
  private readonly last: AnswerText;
  /** Chunks that came as before. */
  private same = 0;
  /** What came of the chunk after them, its length and its checksum so far. */
  private pending: Buffer[] = [];
  private pendingBytes = 0;
  private crc = 0;
  /** Parts of which some is pending, each with where it ends. */
  private held: { part: Buffer; endBytes: number }[] = [];
  private sameBytes = 0;
  private takenBytes = 0;
  /** From the first chunk that differs on, all there is; null before that. */
  private parts: Buffer[] | null = null;

  constructor(last: AnswerText) {
    this.last = last;
  }

  /** True where all of it came as before. */
  get isSame(): boolean {
    return this.parts === null && this.pendingBytes === 0 && this.same === this.last.chunks.length;
  }

  write(part: Buffer): void {
    let rest = part;
    while (this.parts === null && rest.length > 0) rest = this.compare(rest);
    if (rest.length > 0) this.parts?.push(rest);
    if (this.parts !== null) return;
    this.takenBytes += part.length;
    this.held.push({ part, endBytes: this.takenBytes });
    let spent = 0;
    for (const { part: one, endBytes } of this.held) {
      if (endBytes > this.sameBytes) break;
      giveBackBytes(one);
      spent += 1;
    }
    this.held.splice(0, spent);
  }

  /** All of an answer that differs, once; nothing of one that is the same: the last answer has it. */
  bytes(): Buffer {
    if (this.isSame) return nothing;
    const parts = this.parts ?? [this.last.bytes(this.same), ...this.pending];
    const whole = Buffer.concat(parts);
    for (const { part } of this.held) giveBackBytes(part);
    for (const part of parts) giveBackBytes(part);
    return whole;
  }

  /** Takes what belongs to the chunk that is expected; gives what is left. */
  private compare(part: Buffer): Buffer {
    const chunk = this.last.chunks[this.same];
    if (chunk === undefined) {
      this.parts = [this.last.bytes()];
      return part;
    }
    const taken = part.subarray(0, chunk.sizeBytes - this.pendingBytes);
    this.pending.push(taken);
    this.pendingBytes += taken.length;
    this.crc = crc32(taken, this.crc);
    if (this.pendingBytes === chunk.sizeBytes) {
      if (this.crc === chunk.crc) {
        this.same += 1;
        this.sameBytes += chunk.sizeBytes;
      } else this.parts = [this.last.bytes(this.same), ...this.pending];
      this.pending = [];
      this.pendingBytes = 0;
      this.crc = 0;
    }
    return part.subarray(taken.length);
  }
}
