import { crc32 } from 'node:zlib';

/** What runs on at each call and is no news: times of day, and how often something was done. */
const running =
  /"\d{4}-\d\d-\d\dT[^"\n]{1,40}"|"uptime": *"[^"\n]{0,40}"|"(?:success-count|failure-count|seen-flows|current-flows|lost|unknown)": *\d+/g;

/**
 * Gives a short text that is equal for statuses that say the same, whatever the time of day; only ever compared with
 * those of the same agent. A busy agent lists thousands of background jobs with the time each ran last: to read that
 * megabyte again takes ten times as long as to see that nothing else has changed.
 *
 * A checksum of 32 bits: of other changes than one within 32 bits one in four billion is missed until the next one.
 * It is no proof against an agent that wants two answers to look equal: it may as well lie outright.
 */
export function statusHash(bytes: Buffer): string {
  const lasting = bytes.toString('latin1').replace(running, '');
  return `${lasting.length}.${crc32(Buffer.from(lasting, 'latin1')).toString(36)}`;
}
