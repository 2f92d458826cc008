import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { speeds } from '../simulator/speed';
import * as known from './dsr-parameters';
import { exampleEnds } from './dsr-ends';
import { dsrKeys, readDsrLink, writeDsrLink, type DsrLink, type DsrState } from './dsr-state';

const emptyLink = Object.fromEntries(dsrKeys.map((key) => [key, null])) as DsrLink;

const states: fc.Arbitrary<DsrState> = fc
  .record({
    mode: fc.constantFrom(...known.modes),
    dispatch: fc.constantFrom(...known.dispatches),
    protocol: fc.constantFrom(...known.protocols),
    family: fc.constantFrom(...known.families),
    routing: fc.constantFrom(...known.routings),
    mtuBytes: fc.integer(known.mtuBounds),
    backend: fc.constantFrom(...known.backendPlaces),
    moment: fc.constantFrom(...known.moments),
    isBackendReplaced: fc.boolean(),
    faults: fc.subarray([...known.networkFaults]),
    minor: fc.integer(known.minorBounds),
    hop: fc.integer({ min: 1, max: 99 }),
    said: fc.subarray(['bytes', 'source', 'answerer']),
    ends: fc.constantFrom('none', 'named', 'bare'),
    speed: fc.constantFrom(...speeds),
  })
  .map(({ hop, said, ends, speed, ...parameters }) => {
    const example = exampleEnds(parameters.family, parameters.backend, false);
    return {
      hop,
      speed,
      predicted: new Map(said.map((id) => [id, id === 'bytes' ? '8' : 'shown'])),
      parameters: {
        ...parameters,
        ends:
          ends === 'none'
            ? null
            : ends === 'named'
              ? { ...example, serviceName: 'shop/checkout' }
              : { ...example, internalIPs: [null, null] as const },
      },
    };
  });

describe('a link', () => {
  test('holds the whole state', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readDsrLink(writeDsrLink(state))).toEqual({ state, ignored: [] });
      }),
    );
  });

  test('is empty for the state that the simulator begins with', () => {
    const { state } = readDsrLink(emptyLink);
    expect(state.parameters).toEqual(known.defaultDsrParameters);
    expect(writeDsrLink(state)).toEqual(emptyLink);
  });

  test('with nonsense in it falls back value by value, and says so', () => {
    const link: DsrLink = {
      ...emptyLink,
      mode: 'fast',
      protocol: 'UDP',
      mtu: '12',
      ends: '<b>,1',
      said: 'a:b:c',
    };
    const { state, ignored } = readDsrLink(link);
    expect(state.parameters).toEqual({ ...known.defaultDsrParameters, protocol: 'UDP' });
    expect(ignored.map(({ key }) => key)).toEqual(['mode', 'mtu', 'ends', 'said']);
  });

  test('of any text at all is read without an error', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...dsrKeys), fc.string()), (texts) => {
        const { ignored } = readDsrLink({ ...emptyLink, ...texts });
        for (const { key, value } of ignored) expect(texts).toHaveProperty(key, value);
      }),
    );
  });

  test('takes addresses of one family only', () => {
    const ends = writeDsrLink({
      hop: 1,
      speed: '1',
      predicted: new Map(),
      parameters: { ...known.defaultDsrParameters, ends: exampleEnds('IPv4', 'remote', false) },
    }).ends;
    expect(readDsrLink({ ...emptyLink, ends, family: 'IPv6' }).ignored.map(({ key }) => key)).toEqual([
      'ends',
    ]);
  });
});
