import { atLeast } from '../agent-version';
import { booleanOf, textOf } from '../settings/config-data';
import type { DeviceFacts } from '../settings/devices';
import { directRoutingDevice, selectedDevices } from '../settings/devices';
import { hasSince } from './kernel-feature';
import { isProbe } from './kernel-rules';
import type { Outcome, Rule, Start } from './rule';
import { broken, missing } from './rule';

const kprKey = 'kube-proxy-replacement';
const devicesKey = 'devices';
const deviceKeys = [devicesKey, 'direct-routing-device'];

export const devicesUnknown = missing('the devices of the node');

/** What needs devices beside node ports (`AreDevicesRequired` of each version). */
const deviceUsers: { key: string; since?: number; until?: number }[] = [
  { key: 'enable-host-firewall' },
  { key: 'enable-wireguard' },
  { key: 'enable-bandwidth-manager', until: 16 },
  { key: 'enable-l2-announcements', since: 14 },
  { key: 'enable-ipsec', since: 17 },
  { key: 'enable-bpf-masquerade', since: 19 },
];
export const deviceUserKeys = deviceUsers.map(({ key }) => key);

/** Whether an agent ends where it finds no direct-routing device: something that is on cannot do without. */
export function needsDevices({ data, settings, version }: Start): boolean {
  return (
    settings.loadBalancing.nodePort ||
    deviceUsers.some(
      ({ key, since = 0, until = Infinity }) =>
        atLeast(version, since) && !atLeast(version, until + 1) && booleanOf(data, key, false),
    )
  );
}

function withSelected(start: Start, judge: (selected: DeviceFacts[]) => Outcome): Outcome {
  const { settings, facts } = start;
  return facts.devices === null ? devicesUnknown : judge(selectedDevices(facts.devices, settings));
}

/** D5: v1.10 names the device of the node's address where several carry default routes. */
function undetected(start: Start): Outcome {
  const { data, settings, facts } = start;
  if (!settings.loadBalancing.nodePort) return null;
  return withSelected(start, (selected) => {
    if (facts.nodeIPs === null) return devicesUnknown;
    if (selected.length === 0 && textOf(data, devicesKey) === '')
      return broken(
        'Unable to determine BPF NodePort devices: Cannot determine any device for BPF NodePort. Use --devices to specify them',
      );
    if (textOf(data, 'direct-routing-device') !== '') return null;
    if (directRoutingDevice(selected, settings, facts.nodeIPs) !== null) return null;
    const [nodeIP] = facts.nodeIPs;
    const cause = nodeIP === undefined ? 'K8s Node IP is not set' : `Cannot find device with ${nodeIP} addr`;
    return broken(
      `Unable to determine BPF NodePort direct routing device: ${cause}. Use --direct-routing-device to specify it`,
    );
  });
}

const detection = { keys: deviceKeys, reads: [kprKey, ...deviceUserKeys] } as const;

export const deviceDetectionRules: readonly Rule[] = [
  {
    ...detection,
    id: 'D5',
    effect: 'fatal',
    stage: 'bare',
    until: '1.10',
    judge: (start) => (isProbe(start) ? null : undetected(start)),
  },
  {
    ...detection,
    id: 'D5',
    effect: 'warn',
    stage: 'bare',
    until: '1.10',
    judge: (start) => (isProbe(start) ? undetected(start) : null),
  },
  {
    ...detection,
    id: 'D4',
    effect: 'fatal',
    stage: 'finish',
    since: '1.14',
    until: '1.14',
    judge(start) {
      const patterns = start.settings.devices;
      if (!needsDevices(start) || patterns.length === 0) return null;
      if (patterns.some((pattern) => !pattern.endsWith('+'))) return null;
      return withSelected(start, (selected) =>
        selected.length > 0
          ? null
          : broken(
              'failed to detect devices: device wildcard expansion failed to detect devices. Please verify --devices option.',
            ),
      );
    },
  },
  {
    ...detection,
    reads: [...detection.reads, 'enable-host-legacy-routing'],
    id: 'D3',
    effect: 'warn',
    stage: 'finish',
    since: '1.11',
    until: '1.17',
    judge(start) {
      const { settings, facts, version } = start;
      // Up to v1.16 only BPF host routing looks for the device where nothing needs it.
      if (needsDevices(start) || (!atLeast(version, 17) && settings.legacyHostRouting)) return null;
      if (facts.nodeIPs === null) return devicesUnknown;
      const { nodeIPs } = facts;
      return withSelected(start, (selected) =>
        directRoutingDevice(selected, settings, nodeIPs) === null
          ? broken('failed to detect devices, disabling BPF NodePort')
          : null,
      );
    },
  },
];

const finish = 'failed to finalise LB initialization: ';

/** What the names and numbers of devices must be for the datapath (C11, C12). */
export const deviceShapeRules: readonly Rule[] = [
  {
    id: 'C11',
    effect: 'fatal',
    stage: 'finish',
    keys: [devicesKey],
    reads: [kprKey],
    until: '1.14',
    judge: (start) =>
      start.settings.loadBalancing.nodePort
        ? withSelected(start, (selected) => {
            const odd = selected.find(({ name }) => /[=;]/.test(name));
            return odd === undefined
              ? null
              : broken(`${finish}${odd.name} link name contains '=' or ';' character which is not allowed`);
          })
        : null,
  },
  {
    id: 'C12',
    effect: 'fatal',
    stage: 'finish',
    keys: [devicesKey],
    reads: [kprKey],
    until: '1.17',
    judge(start) {
      const { settings, facts, version } = start;
      if (!settings.loadBalancing.nodePort) return null;
      // Since v1.15 the number is not kept where the kernel's look-up of routes gives it (Linux 5.10).
      const isKept = !atLeast(version, 15)
        ? true
        : facts.kernel === null
          ? null
          : hasSince(facts.kernel, '5.10') !== true;
      if (isKept === false) return null;
      return withSelected(start, (selected) => {
        if (selected.every(({ index = Infinity }) => index <= 65_535)) return null;
        const high = selected.find(({ index = 0 }) => index > 65_535);
        if (high === undefined || isKept === null)
          return missing('the numbers (ifindex) of the devices of the node');
        return broken(`${finish}${high.name} link ifindex ${high.index} exceeds max(uint16)`);
      });
    },
  },
];
