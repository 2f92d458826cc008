import type { StartFacts } from './start-facts';

/**
 * Whether `net.ipv4.ip_local_reserved_ports` keeps the kernel from handing out any port of a range: one of its ranges
 * must hold the whole. False where it is not known.
 */
export function isReserved({ sysctls }: StartFacts, { min, max }: { min: number; max: number }): boolean {
  const text = sysctls['net.ipv4.ip_local_reserved_ports'] ?? '';
  return text.split(',').some((range) => {
    const [from, to = from] = range.split('-').map(Number);
    return range !== '' && from !== undefined && to !== undefined && from <= min && to >= max;
  });
}
