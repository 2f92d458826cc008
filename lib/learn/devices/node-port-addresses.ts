import { isIP } from '@/lib/cilium/ip-address';
import { inSourceRanges } from '@/lib/cilium/packet-path/in-source-ranges';
import { nodePortAddresses } from '@/lib/cilium/settings/devices';
import type { DevicesParameters } from './devices-parameters';

/** Reads networks with commas between, `192.0.2.0/24,2001:db8::/32`; null where one is none. */
export function parseNetworks(text: string): string[] | null {
  const networks = text.split(/[\s,]+/).filter((part) => part !== '');
  const isNetwork = (network: string): boolean => {
    const [ip = '', length = '', ...rest] = network.split('/');
    const bits = ip.includes(':') ? 128 : 32;
    return (
      isIP(ip) && !/[@%]/.test(ip) && rest.length === 0 && /^\d{1,3}$/.test(length) && Number(length) <= bits
    );
  };
  return networks.every(isNetwork) ? networks : null;
}

/**
 * Gives the addresses of a device on which NodePorts listen: those in the networks of `nodeport-addresses` (v1.15 and
 * later), else its primary IPv4 and IPv6 address.
 */
export function nodePortAddressesOf(ips: readonly string[], parameters: DevicesParameters): string[] {
  const { ipv6, minor } = parameters;
  const networks = minor >= 15 ? (parseNetworks(parameters.nodePortAddresses) ?? []) : [];
  if (networks.length > 0)
    return ips.filter((ip) => (ipv6 || !ip.includes(':')) && inSourceRanges(ip, networks));
  const device = { name: '', ips: [...ips], defaultRoute: true };
  return nodePortAddresses([device], { loadBalancing: { ipv4: true, ipv6 } });
}
