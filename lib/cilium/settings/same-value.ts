import { parseBoolean } from './config-data';
import type { Knob } from './knob';

const list = (text: string): string[] => text.split(/[\s,]+/).filter((item) => item !== '');

/** `eth+` stands for every device whose name begins so. */
function matches(name: string, pattern: string): boolean {
  return pattern.endsWith('+') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

function sameDevices(desired: string, realised: string): boolean {
  const patterns = list(desired);
  const names = list(realised);
  const named = patterns.filter((pattern) => !pattern.endsWith('+'));
  return (
    names.every((name) => patterns.some((pattern) => matches(name, pattern))) &&
    named.every((name) => names.includes(name))
  );
}

/**
 * Whether what an agent reports is what the configuration says. null as `desired`: the agent computes the value, and
 * any is right.
 */
export function isSameValue({ key, type }: Knob, desired: string | null, realised: string): boolean {
  if (desired === null) return true;
  if (key === 'devices' || key === 'direct-routing-device')
    return desired.trim() === '' || sameDevices(desired, realised);
  // Hybrid routing is reported as a tunnel (recorded for 1.21-dev).
  if (key === 'routing-mode' && desired === 'hybrid') return realised === 'tunnel';
  const [a, b] = [parseBoolean(desired), parseBoolean(realised)];
  if (a !== null && b !== null && type !== 'int' && type !== 'uint') return a === b;
  if (type === 'int' || type === 'uint') return Number(desired) === Number(realised);
  if (type === 'list' || key === 'node-port-range') return list(desired).join() === list(realised).join();
  return desired.trim().toLowerCase() === realised.toLowerCase();
}
