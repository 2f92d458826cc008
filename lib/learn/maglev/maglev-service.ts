import { isIP, isIPv6 } from '@/lib/cilium/ip-address';
import { letters } from './letters';

/** A Service of a real cluster in place of the example. */
export type MaglevService = {
  /** `namespace/name`; null where the API does not say. */
  name: string | null;
  port: number;
  protocol: 'TCP' | 'UDP' | 'SCTP';
  /** All of one family. */
  backends: readonly { ip: string; port: number }[];
};

const protocols = ['TCP', 'UDP', 'SCTP'] as const;
const namePattern = /^[a-z0-9-]{1,63}\/[a-z0-9-]{1,63}$/;
const addressPattern = /^([0-9a-f.:]{2,45})~(\d{1,5})$/i;

/** Writes a Service for a link: `80~TCP,namespace/name,10.0.1.7~8080,10.0.2.9~8080`. */
export function formatMaglevService({ name, port, protocol, backends }: MaglevService): string {
  return [`${port}~${protocol}`, name ?? '', ...backends.map(({ ip, port: to }) => `${ip}~${to}`)].join(',');
}

/** Reads it back; null where it is nothing of the kind, or its backends are not of one family and each its own. */
export function parseMaglevService(text: string): MaglevService | null {
  const [front = '', name = '', ...rest] = text.split(',', letters.length + 3);
  if (rest.length === 0 || rest.length > letters.length) return null;
  const [port, word] = front.split('~', 2);
  const protocol = protocols.find((each) => each === word);
  if (protocol === undefined || !isPort(port) || (name !== '' && !namePattern.test(name))) return null;
  const backends = rest.flatMap((part) => {
    const [, ip, to] = addressPattern.exec(part) ?? [];
    return ip !== undefined && isIP(ip) && isPort(to) ? [{ ip, port: Number(to) }] : [];
  });
  const families = new Set(backends.map(({ ip }) => isIPv6(ip)));
  if (backends.length !== rest.length || families.size !== 1 || new Set(rest).size !== rest.length)
    return null;
  return { name: name === '' ? null : name, port: Number(port), protocol, backends };
}

function isPort(text: string | undefined): text is string {
  return text !== undefined && /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535;
}
