/** An address as somebody typed it; without a port or a protocol where none was given. */
export type TypedAddress = { ip: string; port: number | null; protocol: string | null; text: string };

const mostAddresses = 40;
const v4 = /^(\d{1,3}(?:\.\d{1,3}){3})(?::(\d{1,5}))?$/;
const v6 = /^\[([0-9a-f:.]+)\](?::(\d{1,5}))?$/i;
const bareV6 = /^[0-9a-f]*:[0-9a-f:.]+$/i;

/** Reads addresses out of what somebody typed or copied: `10.0.0.1:80/TCP`, `http://…`, with anything between. */
export function typedAddresses(text: string): TypedAddress[] {
  return text
    .slice(0, 4000)
    .split(/[\s,;]+/)
    .flatMap((word) => addressOf(word) ?? [])
    .slice(0, mostAddresses);
}

function addressOf(word: string): TypedAddress | null {
  const bare = word
    .replace(/^https?:\/\//i, '')
    .replace(/\/.*$/, '')
    .replace(/[.)]+$/, '')
    .replace(/^\(/, '');
  const match = v4.exec(bare) ?? v6.exec(bare);
  const protocol = protocolOf(word);
  if (match !== null) {
    return {
      ip: (match[1] ?? '').toLowerCase(),
      port: match[2] === undefined ? null : Number(match[2]),
      protocol,
      text: bare,
    };
  }
  return bareV6.test(bare) ? { ip: bare.toLowerCase(), port: null, protocol, text: bare } : null;
}

/** `80/UDP` names it; what a browser asks for is TCP. */
function protocolOf(word: string): string | null {
  if (/^https?:\/\//i.test(word)) return 'TCP';
  return /\/(TCP|UDP|SCTP)\b/i.exec(word)?.[1]?.toUpperCase() ?? null;
}
