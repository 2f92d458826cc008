/** The door writes the address of the other end of the connection into it, over whatever came in it. */
export const peerAddressHeader = 'x-kpr-explorer-peer';

/** The address a request came from, as the door saw it; null where it did not pass the door. */
export function peerAddress(request: Request): string | null {
  return request.headers.get(peerAddressHeader) || null;
}
