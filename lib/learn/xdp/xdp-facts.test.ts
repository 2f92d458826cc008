import { describe, expect, it } from 'vitest';
import { xdpFacts } from './xdp-facts';
import { xdpKeys, type XdpKey, type XdpLink } from './xdp-state';

const factsOf = (link: Partial<Record<XdpKey, string>> = {}) =>
  xdpFacts({ ...(Object.fromEntries(xdpKeys.map((key) => [key, null])) as XdpLink), ...link });

describe('the facts of XDP', () => {
  it('tell that best-effort goes on where a driver refuses, and prints the same', () => {
    const facts = { mode: 'best-effort', statusSays: 'Best-Effort', agentStarts: true };
    expect(factsOf()).toMatchObject({
      ...facts,
      ...{ devices: 2, devicesNative: 1, devicesSkipped: 1, verdictEth0: 'native', verdictEth1: 'skipped' },
      ...{ handledAt: 'xdp', isBounced: true, isSeenByTcpdump: false },
    });
    expect(factsOf({ at: '2' })).toMatchObject({ ...facts, handledAt: 'tc', isSeenByTcpdump: true });
    expect(factsOf({ nics: 'vlan' })).toMatchObject({ ...facts, devicesNative: 0, handledAt: 'tc' });
  });

  it('tell that native ends the agent at one refusal', () => {
    expect(factsOf({ accel: 'native' })).toMatchObject({
      agentStarts: false,
      refusalRule: 'C4',
      devicesRefused: 1,
      devicesNative: 0,
      handledAt: 'none',
    });
    expect(factsOf({ accel: 'native', nics: 'mlx5,ena' })).toMatchObject({
      agentStarts: true,
      devicesNative: 2,
    });
  });

  it('tell that the driver’s first kernel counts', () => {
    const native = { accel: 'native', nics: 'vmxnet3' };
    expect(factsOf({ ...native, kernel: '6.1' }).agentStarts).toBe(false);
    expect(factsOf({ ...native, kernel: '6.6' })).toMatchObject({ agentStarts: true, handledAt: 'xdp' });
    expect(factsOf({ ...native, kernel: '6.12' }).agentStarts).toBe(true);
  });

  it('tell what XDP leaves alone', () => {
    const native = { accel: 'native', nics: 'mlx5' };
    expect(factsOf({ ...native, traffic: 'pod' })).toMatchObject({ handledAt: 'socket', isBounced: false });
    expect(factsOf({ ...native, traffic: 'l7' }).handledAt).toBe('tc');
    expect(factsOf({ ...native, traffic: 'etp-local' }).handledAt).toBe('tc');
    expect(factsOf({ ...native, traffic: 'etp-local', v: '1.18' }).handledAt).toBe('xdp');
    expect(factsOf({ ...native, traffic: 'other' }).handledAt).toBe('none');
    expect(factsOf({ ...native, traffic: 'local' })).toMatchObject({ handledAt: 'xdp', isBounced: false });
  });
});
