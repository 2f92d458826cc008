import { directRoutingDevice, selectedDevices } from '../settings/devices';
import { booleanOf } from '../settings/config-data';
import { deviceUserKeys, devicesUnknown, needsDevices } from './device-detection-rules';
import { hasSince } from './kernel-feature';
import type { Outcome, Rule, Start } from './rule';
import { broken, missing } from './rule';

const kprKey = 'kube-proxy-replacement';
const deviceKeys = ['devices', 'direct-routing-device'];
const noDevice = 'unable to determine direct routing device. Use --direct-routing-device to specify it';

function withoutDevice(start: Start, message: string): Outcome {
  const { settings, facts } = start;
  if (!needsDevices(start)) return null;
  if (facts.devices === null || facts.nodeIPs === null) return devicesUnknown;
  const selected = selectedDevices(facts.devices, settings);
  return directRoutingDevice(selected, settings, facts.nodeIPs) === null ? broken(message) : null;
}

const device = {
  effect: 'fatal',
  stage: 'finish',
  keys: deviceKeys,
  reads: [kprKey, ...deviceUserKeys],
} as const;

export const deviceRules: readonly Rule[] = [
  {
    ...device,
    id: 'D2',
    since: '1.14',
    until: '1.16',
    judge: (start) => withoutDevice(start, `failed to detect devices: ${noDevice}`),
  },
  { ...device, id: 'D1', since: '1.17', judge: (start) => withoutDevice(start, noDevice) },
];

/** NAT46/64 (B13, E14), and what panics although every rule holds. */
export const nat46x64Rules: readonly Rule[] = [
  {
    id: 'E14',
    effect: 'fatal',
    stage: 'validate',
    keys: ['enable-nat46x64-gateway'],
    reads: ['enable-ipv4', 'enable-ipv6'],
    since: '1.13',
    judge({ settings, version }) {
      const { ipv4, ipv6 } = settings.loadBalancing;
      if (!settings.nat46x64Gateway || (ipv4 && ipv6)) return null;
      const dashes = version.major > 1 || version.minor >= 18 ? '' : '--';
      return broken(`${dashes}enable-nat46x64-gateway requires both --enable-ipv4 and --enable-ipv6 enabled`);
    },
  },
  {
    id: 'B13',
    effect: 'fatal',
    stage: 'finish',
    keys: ['bpf-lb-nat46x64', 'bpf-lb-mode'],
    since: '1.18',
    judge: ({ settings }) =>
      settings.nat46x64Services && settings.forwardingMode !== 'snat'
        ? broken('failed to finalise LB initialization: NAT46/NAT64 requires SNAT mode for services')
        : null,
  },
];

const hostnsKey = 'bpf-lb-sock-hostns-only';

export const socketLBRules: readonly Rule[] = [
  {
    id: 'D12',
    effect: 'overrides',
    stage: 'kpr',
    keys: [hostnsKey],
    reads: ['bpf-lb-sock', kprKey],
    since: '1.12',
    forces: { key: hostnsKey, value: 'false' },
    judge: ({ data, settings }) =>
      booleanOf(data, hostnsKey, false) && !settings.socketLB
        ? broken('bpf-lb-sock-hostns-only only takes effect when bpf-lb-sock is true')
        : null,
  },
];

/** Kernels that a release supports (Documentation/operations/system_requirements.rst of each); RHEL's 4.18 counts as well. */
const kernelMinimum: { since: string; until: string; needed: `${number}` }[] = [
  { since: '1.14', until: '1.15', needed: '4.19' },
  { since: '1.16', until: '1.17', needed: '5.4' },
];

const supported = kernelMinimum.map(({ since, until, needed }): Rule => ({
  id: 'D18',
  effect: 'warn',
  stage: 'none',
  keys: [kprKey],
  since,
  until,
  judge: (start) =>
    olderKernel(start, needed, (kernel) => `The kernel is ${kernel}; this release needs ${needed} or newer.`),
}));

/** Since v1.18 agents look for what they need before anything is loaded, and end without it. */
const required: Rule = {
  id: 'D18',
  effect: 'fatal',
  stage: 'requirements',
  keys: [kprKey],
  since: '1.18',
  judge: (start) =>
    olderKernel(start, '5.10', () => 'Require support for bpf_redirect_neigh() (Linux 5.10.0 or newer)'),
};

function olderKernel(
  { facts: { kernel } }: Start,
  needed: `${number}`,
  words: (kernel: string) => string,
): Outcome {
  if (kernel === null) return missing('the kernel of the node');
  const name = `${kernel.major}.${kernel.minor}`;
  const isEnough = name === '4.18' || hasSince(kernel, needed);
  if (isEnough === null) return missing(`what the node’s kernel ${name} has of later kernels`);
  return isEnough ? null : broken(words(name));
}

export const kernelRules: readonly Rule[] = supported;
export const kernelRequirements: readonly Rule[] = [required];
