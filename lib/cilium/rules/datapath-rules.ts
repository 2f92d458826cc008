import { booleanOf, textOf } from '../settings/config-data';
import { directRoutingDevice, selectedDevices } from '../settings/devices';
import { neededDeviceTypes } from './needed-device-types';
import { routingReads } from './routing-rules';
import type { Outcome, Rule, Start } from './rule';
import { broken, missing } from './rule';
import type { DeviceType } from './start-facts';

const kprKey = 'kube-proxy-replacement';
const modeKey = 'bpf-lb-mode';
const annotationKey = 'bpf-lb-mode-annotation';
const dispatchKey = 'bpf-lb-dsr-dispatch';
const cgroupKey = 'cgroup-root';
/** Where an agent mounts a cgroup2 of its own. */
const ownCgroup = '/run/cilium/cgroupv2';

/** What the datapath of 1.21-dev says where a device of its own cannot be made. */
const noDevice: Partial<Record<DeviceType, string>> = {
  geneve:
    'failed to setup geneve tunnel device: setting up geneve device: creating geneve device: creating device cilium_geneve',
  ipip: 'unable to create ipip devices: creating cilium_ipip4: creating device cilium_ipip4',
};

/** The agent would say OK, and never load its programs: a warning unless the kernel is known to have the device. */
function withoutType(start: Start, type: DeviceType): Outcome {
  const isThere = start.facts.deviceTypes[type];
  if (!neededDeviceTypes(start).includes(type) || isThere === true) return null;
  return isThere === false
    ? broken(
        `Failed to initialize datapath, retrying later: ${noDevice[type] ?? ''}: operation not supported, maybe kernel module for ${type} is not available?`,
      )
    : broken(
        `On a kernel that cannot make ${type} devices an agent starts, says OK, and never loads its datapath. Whether these kernels can is not known from here.`,
      );
}

const silent = { effect: 'warn', stage: 'none' } as const;
/**
 * Settings that every check of an agent passes and that leave it without a datapath, as a real 1.21-dev agent was seen
 * to do: its status stays OK, and only the health of its orchestrator tells.
 */
export const datapathRules: readonly Rule[] = [
  {
    ...silent,
    id: 'DATAPATH-GENEVE',
    keys: [dispatchKey, 'tunnel-protocol'],
    reads: [...routingReads, modeKey, annotationKey, kprKey],
    judge: (start) => withoutType(start, 'geneve'),
  },
  {
    ...silent,
    id: 'DATAPATH-IPIP',
    keys: [dispatchKey, 'enable-ipip-termination'],
    reads: [modeKey, annotationKey, kprKey],
    since: '1.16',
    judge: (start) => withoutType(start, 'ipip'),
  },
  {
    ...silent,
    id: 'DATAPATH-CGROUP',
    keys: [cgroupKey],
    since: '1.21',
    judge({ data, facts: { mounts } }) {
      const root = textOf(data, cgroupKey, ownCgroup);
      if (root === '' || root === ownCgroup) return null;
      if (mounts === null)
        return broken(
          `Where ${root} is a mount of another type than cgroup2, an agent starts, says OK, and never loads its datapath. What is mounted there is not known from here.`,
        );
      // Over a plain directory the agent mounts a cgroup2.
      return (mounts[root] ?? 'cgroup2') === 'cgroup2'
        ? null
        : broken(
            `Failed to mount cgroupv2. Any functionality that needs cgroup (e.g.: socket-based LB) will not work.: Mount in the custom directory ${root} has a different filesystem than cgroup2`,
          );
    },
  },
  {
    ...silent,
    id: 'DATAPATH-ADDRESS',
    keys: ['direct-routing-device', 'devices'],
    reads: [kprKey],
    judge({ settings, facts }) {
      if (!settings.loadBalancing.nodePort) return null;
      if (facts.devices === null || facts.nodeIPs === null) return missing('the devices of the node');
      const selected = selectedDevices(facts.devices, settings);
      const device = directRoutingDevice(selected, settings, facts.nodeIPs);
      if (device === null || device.ips.length > 0) return null;
      return broken(
        `Failed to construct local node configuration: direct routing device ${device.name} has no usable addresses`,
      );
    },
  },
];

/** What ends an agent of 1.21-dev although each of its checks holds (recorded from a real one). */
export const unforeseenRules: readonly Rule[] = [
  {
    id: 'WIREGUARD',
    effect: 'fatal',
    stage: 'start',
    keys: ['enable-wireguard'],
    since: '1.21',
    judge({ data, facts }) {
      if (!booleanOf(data, 'enable-wireguard', false) || facts.deviceTypes.wireguard === true) return null;
      if (facts.deviceTypes.wireguard === undefined) return missing('whether the kernel has WireGuard');
      return broken(
        'WireGuard not supported by the Linux kernel (netlink: operation not supported). Please upgrade your kernel, or manually install the kernel module (https://www.wireguard.com/install/)',
      );
    },
  },
  {
    id: 'GATEWAY-PANIC',
    effect: 'fatal',
    stage: 'panic',
    keys: ['enable-nat46x64-gateway'],
    reads: ['enable-ipv4', 'enable-ipv6'],
    since: '1.21',
    judge: ({ settings }) =>
      settings.nat46x64Gateway && settings.loadBalancing.ipv4 && settings.loadBalancing.ipv6
        ? broken('As4 called on IPv6 address')
        : null,
  },
];
