import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { goneMinute } from './affinity-clients';
import * as known from './affinity-parameters';
import { affinityWalk, type AffinityConnection } from './affinity-walk';

const anything = fc.record({
  isOn: fc.boolean(),
  place: fc.constantFrom(...known.places),
  algorithm: fc.constantFrom(...known.algorithms),
  insideWay: fc.constantFrom(...known.insideWays),
  timeoutSeconds: fc.integer(known.timeoutBounds),
  gone: fc.option(fc.constantFrom(...known.backendLetters)),
  minor: fc.integer(known.minorBounds),
  seed: fc.integer({ min: 1, max: 999_999 }),
});

function connectionsOf(changed: Partial<known.AffinityParameters>): AffinityConnection[] {
  return affinityWalk({ ...known.defaultAffinityParameters, ...changed }).filter(
    (step) => step.kind === 'connection',
  );
}
const of = (id: string, connections: readonly AffinityConnection[]) =>
  connections.filter(({ clientId }) => clientId === id);
const seconds = (minutes: number) => minutes * 60;

describe('whatever is asked', () => {
  test('the same question has the same answer, and every connection a backend', () => {
    fc.assert(
      fc.property(anything, (parameters) => {
        const steps = affinityWalk(parameters);
        expect(affinityWalk(parameters)).toEqual(steps);
        expect(steps).toHaveLength(parameters.gone === null ? 14 : 15);
      }),
      { numRuns: 40 },
    );
  });

  test('an entry sends its client to its backend before it ends, and never to one that is going', () => {
    fc.assert(
      fc.property(anything, (parameters) => {
        for (const { reason, found, minute, backend } of connectionsOf(parameters)) {
          const isGoing = (letter: string) => letter === parameters.gone && minute >= goneMinute;
          expect(isGoing(backend)).toBe(false);
          const isFresh =
            found !== null && seconds(minute - found.lastUsedMinute) < parameters.timeoutSeconds;
          if (reason === 'kept') expect([found?.backend, isFresh]).toEqual([backend, true]);
          if (reason === 'expired') expect(isFresh).toBe(false);
          if (reason === 'backend-gone') expect(isGoing(found?.backend ?? '')).toBe(true);
          if (isFresh && !isGoing(found.backend)) expect(reason).toBe('kept');
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('outside', () => {
  test('a client keeps its backend as long as it is back in time, and each use renews that', () => {
    const laptop = of('laptop', connectionsOf({}));
    expect(laptop.map(({ minute, reason }) => [minute, reason])).toEqual([
      [0, 'unknown'],
      [120, 'kept'],
      // Four hours after the first, two after the last.
      [240, 'kept'],
      [375, 'kept'],
      // 3 h 45 min after the last.
      [600, 'expired'],
    ]);
  });

  test('the timeout ends at its last second, that one not included', () => {
    const second = (timeoutSeconds: number) => of('laptop', connectionsOf({ timeoutSeconds }))[1]?.reason;
    expect(second(seconds(120) + 1)).toBe('kept');
    expect(second(seconds(120))).toBe('expired');
  });

  test('two behind one address are one client', () => {
    for (let seed = 1; seed <= 20; seed += 1) {
      const connections = connectionsOf({ seed });
      expect(of('pod2', connections)[0]?.backend).toBe(of('pod1', connections)[0]?.backend);
      expect(of('pod2', connections)[0]?.reason).toBe('kept');
    }
  });

  test('another node knows nothing; with Maglev since v1.18 it chooses the same', () => {
    const roamed = (changed: Partial<known.AffinityParameters>) => {
      const there = connectionsOf(changed).find(({ node }) => node === 2);
      return [there?.reason, there?.backend === there?.previous];
    };
    expect(roamed({})).toEqual(['unknown', false]);
    expect(roamed({ algorithm: 'maglev' })).toEqual(['unknown', true]);
    expect(roamed({ algorithm: 'maglev', minor: 16 })).toEqual(['unknown', false]);
  });

  test('a backend that is going loses the clients it had, for new connections', () => {
    const gone = of('laptop', connectionsOf({}))[0]?.backend ?? null;
    const after = of('laptop', connectionsOf({ gone })).find(({ minute }) => minute >= goneMinute);
    expect(after?.reason).toBe('backend-gone');
    expect(after?.backend).not.toBe(gone);
  });
});

describe('inside', () => {
  const startsOf = (changed: Partial<known.AffinityParameters>) => {
    const connections = connectionsOf({ place: 'inside', ...changed });
    return (id: string) => of(id, connections)[0]?.key.text;
  };

  test('at the socket a network namespace is one client', () => {
    const key = startsOf({});
    expect(key('app')).toBe(key('sidecar'));
    expect(key('process')).toBe(key('hostpod'));
    expect(new Set([key('app'), key('job'), key('process')]).size).toBe(3);
  });

  test('without cookies a whole node is one client', () => {
    const connections = connectionsOf({
      place: 'inside',
      insideWay: 'no-cookie',
      minor: 17,
      timeoutSeconds: 86_400,
    });
    expect(new Set(connections.map(({ backend }) => backend)).size).toBe(1);
  });

  test('packet by packet a pod is its address, and the host still its namespace', () => {
    const key = startsOf({ insideWay: 'packet' });
    expect(key('app')).toBe('10.0.1.11');
    expect(key('process')).toBe('cookie of host');
  });

  test('Maglev makes no difference', () => {
    expect(connectionsOf({ place: 'inside', algorithm: 'maglev' })).toEqual(
      connectionsOf({ place: 'inside' }),
    );
  });
});

test('without affinity nothing is remembered', () => {
  const steps = affinityWalk({ ...known.defaultAffinityParameters, isOn: false });
  expect(steps.flatMap(({ entries }) => entries)).toEqual([]);
});
