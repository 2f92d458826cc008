/** Addresses of 198.18.0.0/15 without the first and the last. */
const benchmarkingCount = 131_070;
const benchmarkingFirst = 0xc6_12_00_01;
const reservedFirst = 0xf0_00_00_01;

/**
 * The IPv4 address of that number, from 0: 198.18.0.0/15, kept for benchmarks (RFC 2544), which no network routes; from
 * 131,070 on 240.0.0.0/4, reserved (RFC 1112). The documentation ranges hold 762 addresses, too few for a cluster.
 */
export function maskedIPv4(number: number): string {
  const value =
    number < benchmarkingCount ? benchmarkingFirst + number : reservedFirst + (number - benchmarkingCount);
  return [value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255].join('.');
}

/** The IPv6 address of that number, from 0, of the documentation range 2001:db8::/32 (RFC 3849). */
export function maskedIPv6(number: number): string {
  const value = number + 1;
  const high = value >>> 16;
  const low = (value & 0xffff).toString(16);
  return high === 0 ? `2001:db8::${low}` : `2001:db8::${high.toString(16)}:${low}`;
}
