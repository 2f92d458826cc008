import { isIP } from '@/lib/cilium/ip-address';

/** A client's address and port, as its packets carry them. */
export type MaglevClient = { ip: string; port: number };

/** Writes a client: `192.0.2.28:22276`, `[2001:db8::7]:22276`. */
export function formatClient({ ip, port }: MaglevClient): string {
  return ip.includes(':') ? `[${ip}]:${port}` : `${ip}:${port}`;
}

/** Reads it back; null where it is no address with a port. */
export function parseClient(text: string): MaglevClient | null {
  if (text.length > 60) return null;
  const [, six, four, port] = /^(?:\[([0-9a-f:.]+)\]|([0-9.]+)):(\d{1,5})$/i.exec(text.trim()) ?? [];
  const ip = six ?? four ?? '';
  if (!isIP(ip) || Number(port) < 1 || Number(port) > 65_535) return null;
  return { ip, port: Number(port) };
}
