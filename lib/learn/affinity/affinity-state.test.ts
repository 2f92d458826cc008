import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as known from './affinity-parameters';
import {
  affinityKeys,
  readAffinityLink,
  writeAffinityLink,
  type AffinityLink,
  type AffinityState,
} from './affinity-state';

const emptyLink = Object.fromEntries(affinityKeys.map((key) => [key, null])) as AffinityLink;

const states: fc.Arbitrary<AffinityState> = fc.record({
  parameters: fc
    .record({
      isOn: fc.boolean(),
      place: fc.constantFrom(...known.places),
      algorithm: fc.constantFrom(...known.algorithms),
      insideWay: fc.constantFrom(...known.insideWays),
      timeoutSeconds: fc.integer(known.timeoutBounds),
      gone: fc.option(fc.constantFrom(...known.backendLetters)),
      minor: fc.integer(known.minorBounds),
      seed: fc.integer({ min: 1, max: 999_999 }),
    })
    .filter(({ insideWay, minor }) => insideWay !== 'no-cookie' || minor <= 17),
  step: fc.integer({ min: 1, max: 99 }),
  predicted: fc.constantFrom(new Map(), new Map([['nat', 'same']])),
  speed: fc.constantFrom('0.5', '1', '2'),
});

describe('a link of the simulator of session affinity', () => {
  test('restores every state exactly', () => {
    fc.assert(
      fc.property(states, (state) => {
        expect(readAffinityLink(writeAffinityLink(state))).toEqual({ state, ignored: [] });
      }),
    );
  });

  test('without values has nothing to say', () => {
    const { state, ignored } = readAffinityLink(emptyLink);
    expect(state.parameters).toEqual(known.defaultAffinityParameters);
    expect(ignored).toEqual([]);
    expect(writeAffinityLink(state)).toEqual(emptyLink);
  });

  test.each([
    { key: 'affinity', value: 'yes' },
    { key: 'from', value: 'elsewhere' },
    { key: 'timeout', value: '59' },
    { key: 'timeout', value: '1e4' },
    { key: 'gone', value: 'E' },
    { key: 'draw', value: '0' },
    // No agent of v1.18 or later starts on a kernel that old.
    { key: 'inside', value: 'no-cookie' },
  ] as const)('says that $key=$value means nothing', ({ key, value }) => {
    const { state, ignored } = readAffinityLink({ ...emptyLink, [key]: value });
    expect(ignored).toEqual([{ key, value }]);
    expect(state.parameters).toEqual(known.defaultAffinityParameters);
  });
});
