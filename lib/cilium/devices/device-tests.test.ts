import { describe, expect, test } from 'vitest';
import { readPatterns } from './device-filter';
import { deviceTests, isDevice, testInterface } from './device-tests';
import type { InterfaceFacts } from './interface-facts';

const card: InterfaceFacts = {
  name: 'eth0',
  type: 'device',
  ips: ['192.0.2.11'],
  up: true,
  defaultRoute: false,
  master: null,
};

function failedTest(change: Partial<InterfaceFacts>, devices = ''): string | null {
  const outcomes = testInterface({ ...card, ...change }, readPatterns(devices));
  return outcomes.find(({ result }) => result === 'fail')?.test ?? null;
}

describe('an interface', () => {
  test('with an address and a network is a device without being named', () => {
    expect(isDevice(testInterface(card, []))).toBe(true);
  });

  test.each<[string, Partial<InterfaceFacts>, string]>([
    ['without an address', { ips: [] }, 'address'],
    ['that is down', { up: false }, 'up'],
    ['that is the loopback', { name: 'lo', type: 'loopback', ips: ['127.0.0.1'] }, 'flags'],
    ['in a bond', { master: 'bond' }, 'flags'],
    ['in a bridge', { master: 'bridge' }, 'master'],
    ['of Cilium', { name: 'cilium_host' }, 'prefix'],
    ['of Docker, although a bridge', { name: 'docker0', type: 'bridge' }, 'prefix'],
    ['of type veth without a default route', { type: 'veth' }, 'veth'],
    ['of type bridge', { name: 'br0', type: 'bridge', defaultRoute: true }, 'bridge'],
    ['of type ipoib', { name: 'ib0', type: 'ipoib' }, 'bridge'],
    ['with an address of its link only', { ips: ['fe80::1'] }, 'route'],
  ])('%s is left out by the test that says so, and no test behind it is reached', (_, change, wanted) => {
    const outcomes = testInterface({ ...card, ...change }, []);
    const at = outcomes.findIndex(({ result }) => result === 'fail');
    expect(outcomes[at]?.test).toBe(wanted);
    expect(outcomes.slice(at + 1).every(({ result }) => result === 'not-reached')).toBe(true);
    expect(outcomes.map(({ test: name }) => name)).toEqual(deviceTests);
    expect(isDevice(outcomes)).toBe(false);
  });

  test('of type veth with a default route, or in a VRF, is a device', () => {
    expect(failedTest({ type: 'veth', defaultRoute: true })).toBeNull();
    expect(failedTest({ master: 'vrf' })).toBeNull();
  });

  test('that is named is a device whatever its type; the first word that fits counts', () => {
    expect(failedTest({ name: 'br0', type: 'bridge' }, 'eth+,br0')).toBeNull();
    expect(failedTest({ name: 'eth1' }, '!eth1,eth+')).toBe('named');
    expect(failedTest({ name: 'eth1' }, 'eth+,!eth1')).toBeNull();
    expect(failedTest({ name: 'ens3' }, 'eth+')).toBe('named');
  });

  test('is not judged where a list only leaves out others', () => {
    const outcomes = testInterface(card, readPatterns('!eth1'));
    expect(outcomes[0]?.result).toBe('unknown');
    expect(isDevice(outcomes)).toBe(false);
  });
});
