/** What the health daemon says of a ping that nobody answered (pkg/health/server/prober.go). */
export const pingTimeout = 'Connection timed out';

/** What it says of an HTTP probe that nobody answered. */
export function httpTimeout(ip: string): string {
  return `Get "http://${ip}:4240/hello": context deadline exceeded (Client.Timeout exceeded while awaiting headers)`;
}
