import { directRoutingDevice, selectedDevices } from '../settings/devices';
import { booleanOf } from '../settings/config-data';
import { deviceUserKeys, devicesUnknown, needsDevices } from './device-detection-rules';
import { olderKernel } from './kernel-requirements';
import type { Outcome, Rule, Start } from './rule';
import { broken } from './rule';

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

/** D12: v1.10 and v1.11 know socket load balancing by its older name. */
function hostnsAlone(socketKey: string, span: { since?: string; until?: string }): Rule {
  return {
    id: 'D12',
    effect: 'overrides',
    stage: 'kpr',
    keys: [hostnsKey],
    reads: [socketKey, kprKey],
    ...span,
    forces: { key: hostnsKey, value: 'false' },
    judge: ({ data, settings }) =>
      booleanOf(data, hostnsKey, false) && !settings.socketLB
        ? broken(`${hostnsKey} only takes effect when ${socketKey} is true`)
        : null,
  };
}

export const socketLBRules: readonly Rule[] = [
  hostnsAlone('enable-host-reachable-services', { until: '1.11' }),
  hostnsAlone('bpf-lb-sock', { since: '1.12' }),
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

export const kernelRules: readonly Rule[] = supported;
