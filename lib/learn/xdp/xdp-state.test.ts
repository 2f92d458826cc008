import { describe, expect, it } from 'vitest';
import { readXdpLink, writeXdpLink, xdpKeys, type XdpLink } from './xdp-state';

const none = Object.fromEntries(xdpKeys.map((key) => [key, null])) as XdpLink;

describe('a link', () => {
  it('holds the state, and leaves out what is the default', () => {
    const state = {
      parameters: {
        ...({ acceleration: 'native', kernel: '6.6', traffic: 'etp-local' } as const),
        ...{ nics: ['ena', 'ena', 'vlan'], arrivesAt: 2, minor: 18, faults: ['jumbo', 'channels'] as const },
      },
      step: 3,
      predicted: new Map([['layer', 'xdp']]),
      speed: '0.5' as const,
    };
    expect(readXdpLink(writeXdpLink(state))).toEqual({ state, ignored: [] });
    expect(writeXdpLink(readXdpLink(none).state)).toEqual(none);
  });

  it('tells what means nothing, and a device that is not there', () => {
    const link = { ...none, nics: 'ena,constructor', at: '3', met: 'jumbo,fire' };
    expect(readXdpLink(link).ignored.map(({ key }) => key)).toEqual(['nics', 'at', 'met']);
    expect(readXdpLink({ ...none, nics: 'ena,ena,ena,ena,ena' }).ignored).toHaveLength(1);
  });
});
