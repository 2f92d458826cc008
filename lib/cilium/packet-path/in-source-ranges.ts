import { parseIPv4, parseIPv6 } from '../ip-address';

function bitsOf(ip: string): string | null {
  const four = parseIPv4(ip);
  if (four !== null) return four.map((octet) => octet.toString(2).padStart(8, '0')).join('');
  return (
    parseIPv6(ip)
      ?.map((group) => group.toString(2).padStart(16, '0'))
      .join('') ?? null
  );
}

/** Tells whether an address lies in one of `ranges` (`192.0.2.0/24`); in none where there are none of its family. */
export function inSourceRanges(ip: string, ranges: readonly string[]): boolean {
  const address = bitsOf(ip);
  if (address === null) return false;
  return ranges.some((range) => {
    const [base = '', length = ''] = range.trim().split('/');
    const prefix = bitsOf(base);
    if (prefix?.length !== address.length || !/^\d{1,3}$/.test(length)) return false;
    return address.startsWith(prefix.slice(0, Number(length)));
  });
}
