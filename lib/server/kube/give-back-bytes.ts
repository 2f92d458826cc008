/** The byte that names the channel of an exec stands before the bytes of a part. */
const channelBytes = 1;

/**
 * Gives back the memory of bytes that have it to themselves, at once; of others nothing happens. Left to the garbage
 * collector, the gigabyte of a sweep would have it walk the whole heap once for every few dozen megabytes, and the
 * process would grow by what waits meanwhile. Nobody may read the bytes afterwards: they are empty then.
 */
export function giveBackBytes({ buffer, byteOffset, length }: Buffer): void {
  if (byteOffset > channelBytes || byteOffset + length !== buffer.byteLength) return;
  if (buffer instanceof ArrayBuffer && !buffer.detached) buffer.transfer(0);
}
