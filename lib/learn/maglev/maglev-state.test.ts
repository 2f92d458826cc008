import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maglevTableSizes } from '@/lib/cilium/maglev/table-size';
import { weightBounds } from './maglev-backend';
import {
  maglevKeys,
  minorBounds,
  readMaglevLink,
  strides,
  writeMaglevLink,
  type MaglevLink,
  type MaglevState,
} from './maglev-state';

export const emptyLink = Object.fromEntries(maglevKeys.map((key) => [key, null])) as MaglevLink;

const seeds = fc
  .uint8Array({ minLength: 12, maxLength: 12 })
  .map((bytes) => Buffer.from(bytes).toString('base64'));

function backendLists(count: number) {
  return fc
    .uniqueArray(fc.nat(count - 1), { minLength: 1, maxLength: count })
    .chain((indices) =>
      fc.tuple(
        ...indices
          .sort((a, b) => a - b)
          .map((index) => fc.record({ index: fc.constant(index), weight: fc.integer(weightBounds) })),
      ),
    );
}

const services = fc.tuple(fc.integer({ min: 1, max: 26 }), fc.boolean()).map(([count, isIPv6]) => ({
  name: 'shop/web',
  port: 443,
  protocol: 'UDP' as const,
  backends: Array.from({ length: count }, (_, k) => ({
    ip: isIPv6 ? `fd00::${k + 1}` : `10.1.2.${k}`,
    port: 53,
  })),
}));

const states: fc.Arbitrary<MaglevState> = fc.option(services).chain((service) => {
  const count = service?.backends.length ?? 26;
  const isIPv6 = service?.backends[0]?.ip.includes(':') === true;
  return fc.record({
    parameters: fc.record({
      size: fc.constantFrom(...maglevTableSizes),
      seed: seeds,
      otherSeed: fc.option(seeds),
      minor: fc.integer(minorBounds),
      service: fc.constant(service),
      before: backendLists(count),
      now: backendLists(count),
      client: fc.record({
        ip: fc.constantFrom(...(isIPv6 ? ['2001:db8::1'] : ['192.0.2.1', '198.51.100.255'])),
        port: fc.integer({ min: 1, max: 65_535 }),
      }),
      servicePort: fc.integer({ min: 1, max: 65_535 }),
      affinity: fc.boolean(),
    }),
    turn: fc.option(fc.nat(251)),
    stride: fc.constantFrom(...strides),
    predicted: fc.constantFrom(new Map(), new Map([['moved', 'few']])),
    speed: fc.constantFrom('0.5', '1', '2'),
  });
});

describe('a link of the Maglev simulator', () => {
  test('restores every state exactly', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readMaglevLink(writeMaglevLink(state))).toEqual({ state, ignored: [] });
      }),
      { numRuns: 300 },
    );
  });

  test('without values begins with seven backends of which one has gone', () => {
    const { state, ignored } = readMaglevLink(emptyLink);
    expect(state.parameters.before).toHaveLength(7);
    expect(state.parameters.now.map(({ index }) => index)).toEqual([0, 1, 3, 4, 5, 6]);
    expect(ignored).toEqual([]);
    expect(writeMaglevLink(state)).toEqual(emptyLink);
  });

  test('that names what was there alone has changed nothing', () => {
    const { before, now } = readMaglevLink({ ...emptyLink, before: 'ABC200' }).state.parameters;
    expect(now).toEqual(before);
    expect(before.map(({ weight }) => weight)).toEqual([100, 100, 200]);
  });

  test.each([
    { key: 'size', value: '252' },
    { key: 'size', value: '0251' },
    { key: 'seed', value: 'AAEC' },
    { key: 'seed2', value: '' },
    { key: 'v', value: '1.12' },
    { key: 'before', value: 'AA' },
    { key: 'now', value: 'a' },
    { key: 'now', value: 'A0' },
    { key: 'now', value: '' },
    { key: 'client', value: '192.0.2.1' },
    { key: 'client', value: '[2001:db8::7]:80' },
    { key: 'port', value: '0' },
    { key: 'turn', value: '252' },
    { key: 'service', value: '80~TCP,a/b,10.0.0.1~80,10.0.0.1~80' },
    { key: 'service', value: '80~TCP,a/b,10.0.0.1~80,fd00::1~80' },
    { key: 'service', value: '80~TCP,<b>/x,10.0.0.1~80' },
    { key: 'service', value: `80~TCP,a/b${',10.0.0.1~80'.repeat(200)}` },
  ] as const)('says that $key=$value means nothing', ({ key, value }) => {
    const { state, ignored } = readMaglevLink({ ...emptyLink, [key]: value });
    expect(ignored).toEqual([{ key, value }]);
    expect(state).toEqual(readMaglevLink(emptyLink).state);
  });
});
