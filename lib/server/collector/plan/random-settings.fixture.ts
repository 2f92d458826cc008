import fc from 'fast-check';
import type { Release } from '@/lib/cilium/agent-version';
import type { Knob } from '@/lib/cilium/settings/knob';
import { knobs, knobsOf } from '@/lib/cilium/settings/knob-catalogue';

/** Keys beside the knobs that decide whether a setting is legal, under names that no knob has. */
const otherBooleans = [
  'auto-direct-node-routes',
  'enable-bpf-tproxy',
  'enable-gateway-api',
  'enable-high-scale-ipcache',
  'enable-ingress-controller',
  'enable-ipv4',
  'enable-ipv4-big-tcp',
  'enable-ipv4-egress-gateway',
  'enable-ipv6',
  'enable-ipv6-big-tcp',
  'enable-ipv6-masquerade',
  'enable-l7-proxy',
  'enable-xdp-prefilter',
];

/** Values that are right for some version or node, and some that only look so. */
const texts: Record<string, readonly string[]> = {
  'bpf-lb-rss-ipv4-src-cidr': ['', '10.9.0.0/24', '10.9.0.0/0', 'fd00::/64', '10.9.0.0'],
  'bpf-lb-rss-ipv6-src-cidr': ['', 'fd00::/64', '10.9.0.0/24', 'fd00::/0'],
  'bpf-lb-maglev-hash-seed': ['', 'JLfvgnHc2kaSUFaI', 'MDEyMzQ1Njc4OWE=', 'JLfvgnHc2kaSUFa', '!!!!'],
  'node-port-range': [
    '30000,32767',
    '31000,31999',
    '30000,40000',
    '61000,62000',
    '20000,20100',
    '',
    '30000-32767',
    '32767,30000',
    '30000, 32767',
    '30000,31000,32000',
  ],
  'direct-routing-device': ['eth0', 'eth1', 'eth+', 'eth9', ''],
  devices: ['eth0', 'eth1', 'eth0,eth1', 'eth+', 'eth9', 'eth0 dum0', ''],
  'lb-reflector-wait-time': ['500ms', '1s', '0s', '-1s', '500', ''],
  'bpf-map-dynamic-size-ratio': ['0.0025', '0.01', 'much'],
  'kube-proxy-replacement-healthz-bind-address': ['', '0.0.0.0:10256', 'nonsense'],
  'cgroup-root': ['/run/cilium/cgroupv2', '/sys/fs/cgroup', '/run/cilium'],
  'egress-masquerade-interfaces': ['', 'eth0'],
  ipam: ['cluster-pool', 'kubernetes', 'eni'],
};

const numbers = ['0', '1', '-1', '1023', '1024', '65536', '16777216', '16777217', '+7', '1e3', 'abc', ''];
const truths = ['true', 'false', 'true', 'false', 'true', 'false', '1', 'F', 'TRUE', 'true\n'];
const noTruths = ['maybe', '', 'yes', 'tRue', '2', 'disabled'];

const ofKey = new Map<string, Knob[]>();
for (const knob of knobs) {
  ofKey.set(knob.key, [...(ofKey.get(knob.key) ?? []), knob]);
  if (knob.alias !== undefined) ofKey.set(knob.alias, [...(ofKey.get(knob.alias) ?? []), knob]);
}

/** Right but for a letter, a blank or its case. */
function nearly(value: string): string[] {
  return [`${value} `, `${value}\n`, value.toUpperCase(), value.slice(0, -1), `${value}s`];
}

function isTruth(key: string): boolean {
  return otherBooleans.includes(key) || (ofKey.get(key) ?? []).some(({ type }) => type === 'bool');
}

/** What some version takes for a key. */
function right(key: string): string[] {
  const entries = ofKey.get(key) ?? [];
  return [
    ...(texts[key] ?? []),
    ...entries.flatMap(({ values, default: byDefault }) => [...(values ?? []), byDefault ?? []].flat()),
    ...(isTruth(key) ? truths : []),
    ...(entries.some(({ type }) => type === 'int') ? ['0', '2048', '65536', '100000'] : []),
  ];
}

/** What is most often right: of a version's own knob any value that it takes. */
function sound(key: string, version: Release): string[] {
  const knob = knobsOf(version).find((one) => one.key === key || one.alias === key);
  if (knob?.values !== undefined) return [...knob.values];
  if (knob?.type === 'int') return ['2048', '65536', '100000'];
  if (texts[key] !== undefined) return texts[key].slice(0, 2);
  // Off is what most switches are, and what breaks least.
  return isTruth(key) ? ['true', 'false', 'false', knob?.default ?? 'false'] : [knob?.default ?? ''];
}

function wrong(key: string): string[] {
  const entries = ofKey.get(key) ?? [];
  return [
    ...right(key),
    ...right(key).flatMap(nearly),
    ...(isTruth(key) ? noTruths : []),
    ...(entries.some(({ type }) => type === 'int' || type === 'uint') ? numbers : []),
    'foo',
  ];
}

const keys = [...new Set([...ofKey.keys(), ...otherBooleans, ...Object.keys(texts)])];
/** Keys that decide most, so that they come together often. */
const decisive = [
  'kube-proxy-replacement',
  'bpf-lb-mode',
  'bpf-lb-dsr-dispatch',
  'bpf-lb-mode-annotation',
  'bpf-lb-acceleration',
  'routing-mode',
  'tunnel',
  'tunnel-protocol',
  'devices',
  'direct-routing-device',
  'node-port-range',
  'enable-auto-protect-node-port-range',
  'enable-bpf-masquerade',
  'install-no-conntrack-iptables-rules',
  'install-iptables-rules',
  'enable-nat46x64-gateway',
  'enable-wireguard',
];

/** Names of keys: mostly of knobs that a version has; `beside` as many others, which a ConfigMap has as well. */
function keyName(version: Release, beside: number): fc.Arbitrary<string> {
  const own = knobsOf(version).map(({ key }) => key);
  return fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...decisive.filter((key) => own.includes(key))) },
    { weight: 9, arbitrary: fc.constantFrom(...own) },
    { weight: beside, arbitrary: fc.constantFrom(...keys) },
  );
}

/** One key and its value: mostly one that is right, else what another version takes, a near miss or garbage. */
export function keyAndValue(version: Release, beside = 1): fc.Arbitrary<[key: string, value: string]> {
  return fc
    .tuple(keyName(version, beside), fc.nat(99), fc.nat(9_999), fc.string({ maxLength: 9 }))
    .map(([key, draw, pick, garbage]) => {
      const values = draw < 93 ? sound(key, version) : wrong(key);
      return [key, draw === 99 ? garbage : (values[pick % values.length] ?? '')];
    });
}

/** Keys of an object, at most so many; a name that Cilium does not know is among them now and then. */
export function someKeys(version: Release, maxKeys: number): fc.Arbitrary<Record<string, string>> {
  const pairs = fc.array(keyAndValue(version, 6), { maxLength: maxKeys });
  return fc
    .tuple(pairs, fc.nat(19))
    .map(([known, draw]) =>
      Object.fromEntries(draw === 19 ? [...known, ['bpf-lb-flavour', 'strong']] : known),
    );
}
