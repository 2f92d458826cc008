import { isIP } from '@/lib/cilium/ip-address';
import type { Path, YamlFields } from './yaml-fields';

/** True for an IP address without anything behind it. */
export function isPlainIP(ip: string): boolean {
  return isIP(ip) && !/[@%]/.test(ip);
}

/** Reads a list of values, each by `read`. */
export function readStrings<Value extends string>(
  fields: YamlFields,
  path: Path,
  read: (path: Path) => Value | undefined,
): Value[] {
  return Array.from({ length: fields.count(path) }, (_, index) => read([...path, index])).filter(
    (value) => value !== undefined,
  );
}

/** Reads a list of IP addresses. */
export function readIPs(fields: YamlFields, path: Path): string[] {
  const ips = readStrings(fields, path, (each) => fields.text(each));
  ips.forEach((ip, index) => {
    if (!isPlainIP(ip)) fields.error([...path, index], 'This is no IP address.');
  });
  return ips;
}

/** Reads labels, annotations or a selector: text by name. */
export function readTextMap(fields: YamlFields, path: Path): Record<string, string> {
  return Object.fromEntries(
    fields.names(path).flatMap((name): [string, string][] => {
      const value = fields.text([...path, name]);
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
