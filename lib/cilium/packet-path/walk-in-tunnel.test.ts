import { describe, expect, test } from 'vitest';
import type { DatapathSettings } from './datapath-settings';
import { expected } from './expected-hops.fixture';
import { shortHand } from './hop-short-hand.fixture';
import type { IPFamily } from './packet';
import { questionFixture } from './packet-question.fixture';
import { walkPacket } from './walk-packet';

describe('in a tunnel', () => {
  const at = (tunnel: 'vxlan' | 'geneve', over: Partial<DatapathSettings>, family: IPFamily = 'IPv4') =>
    walkPacket(questionFixture({ family, settings: { tunnel, ...over } }));

  test.each([
    ['vxlan', 'IPv4', 50],
    ['geneve', 'IPv4', 50],
    ['vxlan', 'IPv6', 70],
  ] as const)('SNAT uses the address of cilium_host (%s, %s)', (tunnel, family, bytes) => {
    const walk = at(tunnel, {}, family);
    // n2's own end of the tunnel is known, and its answer comes back through it.
    expect(walk.hops.map(shortHand(family, {}))).toEqual(expected.tunnelSnat(tunnel, bytes));
  });

  test('DSR goes with Geneve and its own dispatch only', () => {
    expect(at('geneve', { mode: 'dsr', dispatch: 'geneve' }).failure).toBeNull();
    for (const [tunnel, dispatch] of [
      ['vxlan', 'opt'],
      ['vxlan', 'geneve'],
      ['vxlan', 'ipip'],
      ['geneve', 'opt'],
      ['geneve', 'ipip'],
    ] as const) {
      const { failure, hops } = at(tunnel, { mode: 'dsr', dispatch });
      expect([failure?.kind, hops.length]).toEqual(['settings-refused', 0]);
    }
  });
});
