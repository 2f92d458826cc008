import type { AgentSettings } from './agent-settings';

/** A network device of a node as the kernel shows it. */
export type DeviceFacts = {
  name: string;
  /** Addresses in the kernel's order, without prefix length; link-local ones included. */
  ips: string[];
  /** It carries the default route: what auto-detection takes when `devices` names none. */
  defaultRoute: boolean;
  /** It was attached while the agent ran: its rows got their IDs after all others (an ENI added later). */
  attachedLater?: boolean;
  /** The kernel's number of the device (ifindex); absent where it is not known. */
  index?: number;
};

function matches(name: string, pattern: string): boolean {
  return pattern.endsWith('+') ? name.startsWith(pattern.slice(0, -1)) : name === pattern;
}

/** The devices the agent uses: those that `devices` names (`eth+` means any `eth…`), else those with a default route. */
export function selectedDevices(
  devices: readonly DeviceFacts[],
  settings: Pick<AgentSettings, 'devices'>,
): DeviceFacts[] {
  if (settings.devices.length === 0) return devices.filter(({ defaultRoute }) => defaultRoute);
  return devices.filter(({ name }) => settings.devices.some((pattern) => matches(name, pattern)));
}

/** The direct routing device: the one named, else the only one, else the one with the node's InternalIP. */
export function directRoutingDevice(
  selected: readonly DeviceFacts[],
  settings: Pick<AgentSettings, 'directRoutingDevice'>,
  nodeIPs: readonly string[],
): DeviceFacts | null {
  if (settings.directRoutingDevice !== '') {
    return selected.find(({ name }) => matches(name, settings.directRoutingDevice)) ?? null;
  }
  if (selected.length === 1) return selected[0] ?? null;
  return selected.find(({ ips }) => ips.some((ip) => nodeIPs.includes(ip))) ?? null;
}

function isLinkLocal(ip: string): boolean {
  return /^fe[89ab]/i.test(ip);
}

/** The addresses NodePorts listen on: of each device the first IPv4 and the first IPv6 address, if the family is on. */
export function nodePortAddresses(
  selected: readonly DeviceFacts[],
  settings: { loadBalancing: Pick<AgentSettings['loadBalancing'], 'ipv4' | 'ipv6'> },
): string[] {
  const { ipv4, ipv6 } = settings.loadBalancing;
  return selected.flatMap(({ ips }) => {
    const first4 = ips.find((ip) => !ip.includes(':'));
    const first6 = ips.find((ip) => ip.includes(':') && !isLinkLocal(ip));
    return [
      ...(ipv4 && first4 !== undefined ? [first4] : []),
      ...(ipv6 && first6 !== undefined ? [first6] : []),
    ];
  });
}
