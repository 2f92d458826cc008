import { filterWord } from './device-filter';
import { isLinkLocal, isLoopback, type InterfaceFacts } from './interface-facts';

/** The tests that an interface goes through, in this order; the first that it fails leaves it out. */
export const deviceTests = [
  'named',
  'address',
  'up',
  'flags',
  'master',
  'prefix',
  'veth',
  'bridge',
  'route',
] as const;
export type DeviceTest = (typeof deviceTests)[number];

/**
 * What came of one test: `pass` and on to the next, `fail` and out, `chosen` because it is named, `unknown` where no
 * source that was read tells, `not-reached` behind a decision.
 */
export type TestOutcome = {
  test: DeviceTest;
  result: 'pass' | 'fail' | 'chosen' | 'unknown' | 'not-reached';
  why: string;
};

/** Beginnings of the names of interfaces that are Cilium's own, the node's own, or of container run-times. */
const excludedPrefixes = ['cilium_', 'lo', 'lxc', 'cni', 'docker'] as const;

type Judged = { ok: boolean; why: string };
type Judge = (device: InterfaceFacts) => Judged;

const judges: Record<Exclude<DeviceTest, 'named'>, Judge> = {
  address: ({ ips }) =>
    ips.length > 0
      ? { ok: true, why: `It has ${ips.length === 1 ? 'an address' : `${ips.length} addresses`}.` }
      : { ok: false, why: 'It has no address.' },
  up: ({ up }) =>
    up ? { ok: true, why: 'It is up.' } : { ok: false, why: 'It is down: IFF_UP is not set.' },
  flags: ({ type, master }) => {
    if (type === 'loopback') return { ok: false, why: 'It is the loopback: IFF_LOOPBACK is set.' };
    if (master === 'bond')
      return { ok: false, why: 'It is a slave of a bond: IFF_SLAVE is set. The bond itself may be taken.' };
    return { ok: true, why: 'It is neither a slave nor the loopback.' };
  },
  master: ({ master }) => {
    if (master === 'bridge')
      return { ok: false, why: 'It is a port of a bridge: its packets belong to the bridge.' };
    if (master === 'vrf') return { ok: true, why: 'It is a member of a VRF, which is allowed.' };
    return { ok: true, why: 'It is a part of no bridge or bond.' };
  },
  prefix: ({ name }) => {
    const prefix = excludedPrefixes.find((candidate) => name.startsWith(candidate));
    return prefix === undefined
      ? { ok: true, why: `Its name begins with none of ${excludedPrefixes.join(', ')}.` }
      : { ok: false, why: `Its name begins with ${prefix}: such interfaces are never taken by themselves.` };
  },
  veth: ({ type, defaultRoute }) => {
    if (type !== 'veth') return { ok: true, why: 'It is no veth.' };
    return defaultRoute
      ? {
          ok: true,
          why: 'It is a veth, and carries the default route: a node inside a container has such a one.',
        }
      : { ok: false, why: 'It is a veth without a default route: it may be what another CNI left behind.' };
  },
  bridge: ({ type }) =>
    type === 'bridge' || type === 'openvswitch' || type === 'ipoib'
      ? { ok: false, why: `It is of type ${type}: only the setting devices can take it.` }
      : { ok: true, why: 'It is no bridge, no Open vSwitch, no IPoIB.' },
  route: ({ ips, defaultRoute }) => {
    const global = ips.find((ip) => !isLinkLocal(ip) && !isLoopback(ip));
    return global === undefined
      ? {
          ok: false,
          why: `${defaultRoute ? 'A default route is no route to a global unicast network, and its' : 'Its'} addresses reach one link only: no global unicast route.`,
        }
      : { ok: true, why: `The network of ${global} is a global unicast route.` };
  },
};

function named({ name }: InterfaceFacts, patterns: readonly string[]): TestOutcome {
  const test = 'named';
  if (patterns.length === 0)
    return { test, result: 'pass', why: 'devices is not set: every interface is looked at.' };
  const { word, pattern } = filterWord(name, patterns);
  if (word === 'take')
    return {
      test,
      result: 'chosen',
      why: `devices names it (${pattern}): it is taken, whatever else it is.`,
    };
  if (word === 'leave') return { test, result: 'fail', why: `devices leaves it out (${pattern}).` };
  return patterns.some((each) => !each.startsWith('!'))
    ? { test, result: 'fail', why: 'devices is set, and no word of it fits.' }
    : {
        test,
        result: 'unknown',
        why: 'devices only says what to leave out; what becomes of all others is in no source that was read.',
      };
}

/**
 * Puts an interface through the tests of Cilium's device detection (pkg/datapath/linux/devices_controller.go, main).
 * @param patterns the setting `devices`, read by `readPatterns`.
 */
export function testInterface(device: InterfaceFacts, patterns: readonly string[]): TestOutcome[] {
  const first = named(device, patterns);
  let decided = first.result !== 'pass';
  return [
    first,
    ...deviceTests.slice(1).map((test): TestOutcome => {
      // The list begins with `named`, which stands apart.
      const judge = judges[test as Exclude<DeviceTest, 'named'>];
      if (decided) return { test, result: 'not-reached', why: 'Decided before.' };
      const { ok, why } = judge(device);
      decided = !ok;
      return { test, result: ok ? 'pass' : 'fail', why };
    }),
  ];
}

/** True where an interface is one of Cilium's devices after its tests. */
export function isDevice(outcomes: readonly TestOutcome[]): boolean {
  return (
    outcomes.some(({ result }) => result === 'chosen') || outcomes.every(({ result }) => result === 'pass')
  );
}
