import type { StartFacts } from './start-facts';

/** Between two numbers the kernel writes a tab, which logfmt escapes. */
const portRange = /ephemeral port range \((\d{1,5})(?:\s|\\t)(\d{1,5})\)/;
/** A device's name has at most 15 characters (IFNAMSIZ). */
const deviceOfXDP = /attaching XDP program to interface ([^\s:"]{1,15}):/;

/**
 * What the last words of an agent tell of its node that cannot be known from outside. With it, a rule that could not be
 * judged before is judged as the agent did.
 */
export function factsInWords(line: string): Partial<StartFacts> {
  const [, min, max] = portRange.exec(line) ?? [];
  const [, device] = deviceOfXDP.exec(line) ?? [];
  return {
    ...(min !== undefined && max !== undefined && { ephemeralPorts: { min: Number(min), max: Number(max) } }),
    // It was among those that the agent selected.
    ...(device !== undefined && {
      devices: [{ name: device, ips: [], defaultRoute: true }],
      devicesWithoutXDP: [device],
    }),
  };
}
