/** Whom the server answers as: loopback names with its own port, and what the operator added (`--allow-host`). */
export type ServedAs = {
  port: number;
  /** `name` (any port) or `name:port`. */
  extraHosts: readonly string[];
};

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]'];

/**
 * True when a `Host` header names this server.
 * A page of another site can make its own name resolve to 127.0.0.1 (DNS rebinding), but it cannot
 * make the browser send another `Host` than that name: so the name decides, never the address.
 */
export function isAllowedHost(host: string | undefined, { port, extraHosts }: ServedAs): boolean {
  if (host === undefined) return false;
  const asked = host.toLowerCase();
  const withPort = (name: string) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]);
  if (loopbackNames.some((name) => withPort(name).includes(asked))) return true;
  const nameOnly = asked.replace(/:\d+$/, '');
  return extraHosts.some((extra) => extra.toLowerCase() === asked || extra.toLowerCase() === nameOnly);
}
