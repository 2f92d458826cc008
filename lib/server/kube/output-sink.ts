import { giveBackBytes } from './give-back-bytes';

/** Takes the parts of an output as they come; they are its own from then on. */
export type OutputSink = {
  write(part: Buffer): void;
  /** All of it, once: the parts are given back. */
  bytes(): Buffer;
};

/** Keeps the parts, and puts them together in the end. */
export function bufferSink(): OutputSink {
  const parts: Buffer[] = [];
  return {
    write: (part) => void parts.push(part),
    bytes: () => {
      const whole = Buffer.concat(parts);
      for (const part of parts.splice(0)) giveBackBytes(part);
      return whole;
    },
  };
}
