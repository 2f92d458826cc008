import { describe, expect, test } from 'vitest';
import { dsrGeneveOption, dsrOption } from './dsr-info';
import { shortHand } from './hop-short-hand.fixture';
import type { L4 } from './packet';
import { questionFixture } from './packet-question.fixture';
import { walkPacket } from './walk-packet';

describe('what DSR writes into packets, byte for byte', () => {
  const v4 = { ip: '203.0.113.10', port: 8443 };
  const v6 = { ip: '2001:db8:5::10', port: 8443 };
  const address6 = [0x20, 0x01, 0x0d, 0xb8, 0, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10];

  test('the IPv4 option has address and port turned round, as little-endian machines do', () => {
    expect(dsrOption(v4, 'TCP').bytes).toEqual([0x9a, 8, 0xfb, 0x20, 10, 113, 0, 203]);
  });
  test('the IPv6 destination options', () => {
    expect(dsrOption(v6, 'TCP').bytes).toEqual([6, 2, 0x1b, 20, ...address6, 0x20, 0xfb, 0, 0]);
    expect(dsrOption(v6, 'UDP').bytes).toHaveLength(24);
    expect(dsrOption(v6, 'UDP').bytes[0]).toBe(17);
  });
  test('the Geneve option', () => {
    expect(dsrGeneveOption(v4).bytes).toEqual([1, 0x4b, 0x81, 2, 203, 0, 113, 10, 0x20, 0xfb, 0, 0]);
    expect(dsrGeneveOption(v6).bytes).toEqual([1, 0x4b, 0x81, 5, ...address6, 0x20, 0xfb, 0, 0]);
  });
  test('of TCP the first packet only; Geneve wraps the later ones too', () => {
    const later = (dispatch: 'opt' | 'geneve', protocol: L4 = 'TCP') =>
      walkPacket(
        questionFixture({ protocol, settings: { mode: 'dsr', dispatch }, over: { moment: 'later' } }),
      ).hops.map(shortHand('IPv4', {}));
    expect(later('opt')).toContain('n1-n2: C>P');
    expect(later('opt', 'UDP')).toContain('n1-n2: C>P +8');
    expect(later('geneve')).toContain('n1-n2: C>P [geneve n1>n2 50]');
  });
});
