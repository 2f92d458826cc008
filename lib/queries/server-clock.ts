let offsetMs = 0;

/** Learns the server's clock from a timestamp it has just sent, so that ages are right on a machine whose clock is not. */
export function learnServerClock(timestamp: string): void {
  const serverMs = Date.parse(timestamp);
  if (!Number.isNaN(serverMs)) offsetMs = serverMs - Date.now();
}

/** Gives the time on the server's clock, in milliseconds since 1970. */
export function serverNowMs(): number {
  return Date.now() + offsetMs;
}
