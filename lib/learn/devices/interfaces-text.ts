import { interfaceTypes, type InterfaceFacts, type MasterKind } from '@/lib/cilium/devices/interface-facts';
import { isIP } from '@/lib/cilium/ip-address';
import { mostInterfaces } from './devices-parameters';

/** Linux allows names of 15 characters; of those that it allows, these are written plainly. */
export const interfaceNamePattern = /^[A-Za-z0-9_.-]{1,15}$/;
/** How many addresses an interface has here at most. */
export const mostAddresses = 6;

const masterLetters: Record<MasterKind, string> = { bond: 'b', bridge: 'r', vrf: 'v' };

/** Writes interfaces for a link: `eth0~device~192.0.2.11;fe80::1~ud,…`: up, default route, member of bond, bridge, vrf. */
export function formatInterfaces(interfaces: readonly InterfaceFacts[]): string {
  return interfaces
    .map(({ name, type, ips, up, defaultRoute, master }) => {
      const flags = `${up ? 'u' : ''}${defaultRoute ? 'd' : ''}${master === null ? '' : masterLetters[master]}`;
      return `${name}~${type}~${ips.join(';')}~${flags}`;
    })
    .join(',');
}

/** Reads them back; null where they are nothing of the kind. */
export function parseInterfaces(text: string): InterfaceFacts[] | null {
  const parts = text.split(',');
  if (parts.length > mostInterfaces) return null;
  const found = parts.flatMap((part) => parseInterface(part) ?? []);
  const names = new Set(found.map(({ name }) => name));
  return found.length === parts.length && names.size === parts.length ? found : null;
}

function parseInterface(text: string): InterfaceFacts | null {
  const [name, typeText, addresses, flags, ...rest] = text.split('~');
  const type = interfaceTypes.find((candidate) => candidate === typeText);
  const ips = parseAddresses(addresses ?? '', ';');
  const [, upFlag, routeFlag, masterFlag] = /^(u?)(d?)([brv]?)$/.exec(flags ?? '?') ?? [];
  if (name === undefined || !interfaceNamePattern.test(name) || type === undefined || ips === null)
    return null;
  if (upFlag === undefined || rest.length > 0) return null;
  const master =
    masterFlag === 'b' ? 'bond' : masterFlag === 'r' ? 'bridge' : masterFlag === 'v' ? 'vrf' : null;
  return { name, type, ips, up: upFlag !== '', defaultRoute: routeFlag !== '', master };
}

/** Reads a list of addresses, none at all included; null where one is no address. */
export function parseAddresses(text: string, between: RegExp | string): string[] | null {
  const ips = text.split(between).filter((ip) => ip !== '');
  return ips.every(isPlainAddress) && ips.length <= mostAddresses ? ips : null;
}

/** True for an IP address without anything behind it. */
export function isPlainAddress(ip: string): boolean {
  return isIP(ip) && !/[@%]/.test(ip);
}
