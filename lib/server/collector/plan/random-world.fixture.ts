import fc from 'fast-check';
import type { Release } from '@/lib/cilium/agent-version';
import { parseAgentVersion } from '@/lib/cilium/agent-version';
import type { PlanChanges } from '@/lib/cilium/plan/plan-input';
import type { DeviceFacts } from '@/lib/cilium/settings/devices';
import type { NodeFacts } from '@/lib/server/training/agent/node-facts';
import { keyAndValue, someKeys } from './random-settings.fixture';

/** What a start depends on and no API tells: the node has it, a pre-flight may know it or not. */
export type HiddenFacts = Pick<
  NodeFacts,
  'devices' | 'ephemeralPorts' | 'devicesWithoutXDP' | 'deviceTypes' | 'mounts'
>;

export type RandomNode = {
  version: string;
  kernel: { major: number; minor: number };
  facts: HiddenFacts;
  /** Which of them the pre-flight knows, beside what the agent itself reports. */
  known: Record<keyof HiddenFacts, boolean>;
  /** The agent answered since it started. */
  answers: boolean;
  /** It started after what was written since. */
  isFresh: boolean;
  /** Its container started again in the same pod, with the configuration that the pod began with. */
  restarted: boolean;
  /** Its own CiliumNodeConfig. */
  own: Record<string, string> | null;
};

export type RandomWorld = {
  nodes: RandomNode[];
  /** The ConfigMap that agents found. */
  data: Record<string, string>;
  /** What was written in it since, without a restart. */
  since: PlanChanges;
  /** A CiliumNodeConfig for every node. */
  forAll: Record<string, string> | null;
  /** Somebody watched already when agents started. */
  watched: boolean;
  request: { changes: PlanChanges; nodes: number[] | null };
};

const releases = [
  ...['1.10.14', '1.11.16', '1.12.14', '1.13.4', '1.14.17', '1.15.15'],
  ...['1.16.7', '1.17.10', '1.18.2', '1.19.6', '1.20.0', '1.21.0'],
];

/** True once in so many draws. */
const oneIn = (count: number): fc.Arbitrary<boolean> => fc.nat(count - 1).map((draw) => draw === 0);

const deviceSets: readonly DeviceFacts[][] = [
  [{ name: 'eth0', ips: ['192.0.2.11', 'fe80::11'], defaultRoute: true }],
  [
    { name: 'eth0', ips: ['192.0.2.11'], defaultRoute: true },
    { name: 'eth1', ips: ['198.51.100.11'], defaultRoute: false },
  ],
  [
    { name: 'eth0', ips: ['203.0.113.9'], defaultRoute: true },
    { name: 'eth1', ips: ['198.51.100.11'], defaultRoute: true },
    { name: 'dum0', ips: [], defaultRoute: false },
  ],
];

const facts: fc.Arbitrary<HiddenFacts> = fc.record({
  devices: fc.constantFrom(...deviceSets),
  ephemeralPorts: fc.constantFrom(
    { min: 32_768, max: 60_999 },
    { min: 32_768, max: 60_999 },
    { min: 32_768, max: 60_999 },
    { min: 10_000, max: 29_999 },
  ),
  devicesWithoutXDP: fc.constantFrom<string[]>([], [], ['dum0'], ['eth0']),
  deviceTypes: fc.record({
    geneve: fc.boolean(),
    ipip: fc.boolean(),
    wireguard: oneIn(4).map((isMissing) => !isMissing),
    netkit: fc.boolean(),
  }),
  mounts: fc.constantFrom<Record<string, string>>(
    { '/sys/fs/cgroup': 'cgroup2' },
    { '/sys/fs/cgroup': 'tmpfs', '/run/cilium': 'tmpfs' },
  ),
});

const node = (version: fc.Arbitrary<string>, release: Release): fc.Arbitrary<RandomNode> =>
  fc
    .record({
      version,
      kernel: fc.constantFrom(
        { major: 6, minor: 8 },
        { major: 6, minor: 1 },
        { major: 5, minor: 10 },
        { major: 4, minor: 14 },
      ),
      facts,
      known: fc.record({
        devices: oneIn(4),
        ephemeralPorts: fc.boolean(),
        devicesWithoutXDP: fc.boolean(),
        deviceTypes: fc.boolean(),
        mounts: fc.boolean(),
      }),
      answers: oneIn(4).map((isSilent) => !isSilent),
      isFresh: oneIn(4),
      restarted: oneIn(5),
      own: fc.oneof(
        { weight: 3, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: someKeys(release, 3) },
      ),
    })
    .map(withKernelsDevices);

/** No kernel before 6.7 has netkit (D20). */
function withKernelsDevices(node: RandomNode): RandomNode {
  const { major, minor } = node.kernel;
  const { deviceTypes } = node.facts;
  const netkit = deviceTypes.netkit === true && (major > 6 || (major === 6 && minor >= 7));
  return { ...node, facts: { ...node.facts, deviceTypes: { ...deviceTypes, netkit } } };
}

const base = (minor: number): fc.Arbitrary<Record<string, string>> =>
  minor < 14
    ? fc.record({
        'kube-proxy-replacement': fc.constantFrom('strict', 'strict', 'partial', 'disabled'),
        tunnel: fc.constantFrom('disabled', 'vxlan', 'geneve'),
      })
    : fc.record({
        'kube-proxy-replacement': fc.constantFrom('true', 'true', 'true', 'false'),
        'routing-mode': fc.constantFrom('native', 'native', 'tunnel'),
        'tunnel-protocol': fc.constantFrom('vxlan', 'geneve'),
      });

const changes = (release: Release, minLength: number): fc.Arbitrary<PlanChanges> =>
  fc
    .array(
      fc
        .tuple(keyAndValue(release), oneIn(5))
        .map(([[key, value], isRemoved]): [string, string | null] => [key, isRemoved ? null : value]),
      { minLength, maxLength: 3 },
    )
    .map((pairs) => Object.fromEntries(pairs));

/** A cluster of one to three nodes, mostly of one version, what was written in it, and what is to be changed. */
export const randomWorld: fc.Arbitrary<RandomWorld> = fc
  .tuple(fc.constantFrom(...releases), fc.constantFrom(1, 1, 2, 3))
  .chain(([main, count]) => {
    const release = parseAgentVersion(main);
    if (release === null) throw new Error(main);
    const version = fc.oneof(
      { weight: 7, arbitrary: fc.constant(main) },
      { weight: 1, arbitrary: fc.constantFrom(...releases) },
    );
    return fc.record({
      nodes: fc.array(node(version, release), { minLength: count, maxLength: count }),
      data: fc
        .tuple(base(release.minor), someKeys(release, 5))
        .map(([first, others]) => ({ ...first, ...others })),
      since: fc.oneof(fc.constant({}), changes(release, 1)),
      forAll: fc.oneof(
        { weight: 4, arbitrary: fc.constant(null) },
        { weight: 1, arbitrary: someKeys(release, 2) },
      ),
      watched: fc.boolean(),
      request: fc.record({
        changes: changes(release, 1),
        nodes: fc.oneof(
          // Most settings are refused for some nodes only, which says nothing of their rules.
          { weight: 4, arbitrary: fc.constant(null) },
          { weight: 1, arbitrary: fc.uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: count }) },
        ),
      }),
    });
  });
