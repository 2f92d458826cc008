import type { Release } from '../agent-version';
import { atLeast } from '../agent-version';
import { booleanOf, textOf } from '../settings/config-data';
import { selectedDevices } from '../settings/devices';
import { isTunnelled, routingReads } from './routing-rules';
import type { Outcome, Rule, Start } from './rule';
import { broken, missing } from './rule';

const key = 'bpf-lb-acceleration';
const kprKey = 'kube-proxy-replacement';

const isAccelerated = ({ settings }: Start): boolean =>
  settings.loadBalancing.nodePort && settings.acceleration !== 'disabled';

function badValue({ settings, version }: Start): Outcome {
  const allowed = ['disabled', 'native', 'testing-only', ...(atLeast(version, 15) ? ['best-effort'] : [])];
  return allowed.includes(settings.acceleration)
    ? null
    : broken(`Invalid value for --node-port-acceleration: ${settings.acceleration}`);
}

/** A15; for best-effort before v1.15 the reference calls it A16. */
export const accelerationValueRules: readonly Rule[] = [
  {
    id: 'A15',
    effect: 'fatal',
    stage: 'kpr',
    keys: [key],
    reads: [kprKey],
    until: '1.16',
    judge: (start) => (start.settings.loadBalancing.nodePort ? badValue(start) : null),
  },
  { id: 'A15', effect: 'fatal', stage: 'cell', keys: [key], since: '1.17', judge: badValue },
];

export const accelerationRules: readonly Rule[] = [
  {
    id: 'C1',
    effect: 'fatal',
    stage: 'kpr',
    keys: [key, 'tunnel'],
    reads: [kprKey],
    until: '1.12',
    judge: (start) =>
      isAccelerated(start) && isTunnelled(start)
        ? broken(
            'Cannot use NodePort acceleration with tunneling. Either run cilium-agent with --node-port-acceleration=disabled or --tunnel=disabled',
          )
        : null,
  },
  {
    id: 'C2',
    effect: 'fatal',
    stage: 'kpr',
    keys: [key, 'enable-ipv4-egress-gateway'],
    reads: [kprKey],
    until: '1.10',
    judge: (start) =>
      isAccelerated(start) && booleanOf(start.data, 'enable-ipv4-egress-gateway', false)
        ? broken(
            'Cannot use NodePort acceleration with the egress gateway. Run cilium-agent with either --node-port-acceleration=disabled or --enable-ipv4-egress-gateway=false',
          )
        : null,
  },
  {
    id: 'C3',
    effect: 'fatal',
    stage: 'kpr',
    keys: [key, 'underlay-protocol'],
    reads: [...routingReads, kprKey],
    since: '1.18',
    judge: (start) =>
      isAccelerated(start) && isTunnelled(start) && textOf(start.data, 'underlay-protocol', 'ipv4') === 'ipv6'
        ? broken('XDP acceleration cannot be used with an IPv6 underlay')
        : null,
  },
];

const driversUnknown = missing('whether the drivers of the selected devices take XDP programs');

/** The first selected device whose driver takes no XDP program; undefined where all do, null where that is not known. */
function withoutXDP({ settings, facts }: Start): string | undefined | null {
  if (facts.devicesWithoutXDP === null) return null;
  if (facts.devicesWithoutXDP.length === 0) return undefined;
  if (facts.devices === null) return null;
  const selected = selectedDevices(facts.devices, settings);
  return facts.devicesWithoutXDP.find((device) => selected.some(({ name }) => name === device));
}

/** What the loader says before the driver's own reason (recorded for 1.21-dev; `loader/base.go` of v1.17). */
function refusedAttach(device: string, version: Release): string {
  const link = 'attaching program cil_xdp_entry using bpf_link:';
  return atLeast(version, 21)
    ? `attaching XDP program to interface ${device}: attaching XDP program: ${link} failed to attach link: create link`
    : `attaching XDP program to interface ${device}: interface ${device}: ${link} create link`;
}

/** What the drivers decide, and what acceleration costs. */
export const accelerationAdvice: readonly Rule[] = [
  {
    id: 'C4',
    effect: 'fatal',
    stage: 'datapath',
    keys: [key],
    reads: ['devices', kprKey],
    judge(start) {
      if (start.settings.acceleration !== 'native') return null;
      const device = withoutXDP(start);
      if (device === null) return driversUnknown;
      return device === undefined ? null : broken(refusedAttach(device, start.version));
    },
  },
  {
    id: 'C5',
    effect: 'warn',
    stage: 'datapath',
    keys: [key],
    reads: ['devices', kprKey],
    since: '1.15',
    judge(start) {
      if (start.settings.acceleration !== 'best-effort') return null;
      const device = withoutXDP(start);
      if (device === null) return driversUnknown;
      return device === undefined
        ? null
        : broken(`Failed to attach XDP program, ignoring due to best-effort mode device=${device}`);
    },
  },
  {
    id: 'C9',
    effect: 'warn',
    stage: 'kpr',
    keys: [key],
    reads: ['enable-wireguard', 'encrypt-node', kprKey],
    since: '1.14',
    judge: (start) =>
      isAccelerated(start) &&
      booleanOf(start.data, 'enable-wireguard', false) &&
      booleanOf(start.data, 'encrypt-node', false)
        ? broken(
            `With node-port-acceleration: ${start.settings.acceleration} and enable-wireguard, encrypt-node enabled, N/S Loadbalancer traffic won't be encrypted when an intermediate node redirects a request to another node where a selected backend is running.`,
          )
        : null,
  },
];
