import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as known from './affinity-parameters';
import { affinityPredictions } from './affinity-predictions';
import { affinityWalk } from './affinity-walk';
import { formatMoment, formatSpan } from './time-text';

const rightOf = (changed: Partial<known.AffinityParameters>) => {
  const parameters = { ...known.defaultAffinityParameters, ...changed };
  return Object.fromEntries(
    affinityPredictions(affinityWalk(parameters), parameters).map(({ id, rightId }) => [id, rightId]),
  );
};

test('answers are read off the story', () => {
  expect(rightOf({})).toEqual({ nat: 'same', nodes: 'other', back: 'other' });
  expect(rightOf({ timeoutSeconds: 86_400, algorithm: 'maglev' })).toEqual({
    nat: 'same',
    nodes: 'same',
    back: 'same',
  });
  expect(rightOf({ gone: 'A' })).toEqual({ nat: 'same', nodes: 'other', gone: 'other', back: 'other' });
  expect(rightOf({ place: 'inside' })).toEqual({ sidecar: 'same', job: 'other', hostpod: 'same' });
  expect(rightOf({ place: 'inside', insideWay: 'no-cookie' })).toEqual({
    sidecar: 'same',
    job: 'same',
    hostpod: 'same',
  });
  expect(rightOf({ isOn: false })).toEqual({ off: 'other' });
});

test('questions stand in the order of their steps, each before the step that answers it', () => {
  fc.assert(
    fc.property(
      fc.record({
        isOn: fc.boolean(),
        place: fc.constantFrom(...known.places),
        algorithm: fc.constantFrom(...known.algorithms),
        insideWay: fc.constantFrom(...known.insideWays),
        timeoutSeconds: fc.integer(known.timeoutBounds),
        gone: fc.option(fc.constantFrom(...known.backendLetters)),
        minor: fc.integer(known.minorBounds),
        seed: fc.integer({ min: 1, max: 999 }),
      }),
      (parameters) => {
        const steps = affinityWalk(parameters);
        const predictions = affinityPredictions(steps, parameters);
        const at = predictions.map(({ step }) => step);
        expect(at).toEqual([...new Set(at)].sort((a, b) => a - b));
        for (const { step, rightId, options } of predictions) {
          expect(step).toBeGreaterThan(0);
          expect(step).toBeLessThan(steps.length);
          expect(options.map(({ id }) => id)).toContain(rightId);
        }
      },
    ),
    { numRuns: 60 },
  );
});

test('times are written as people say them', () => {
  expect([60, 10_800, 15_600, 90].map(formatSpan)).toEqual(['1 min', '3 h', '4 h 20 min', '1 min 30 s']);
  expect([0, 65, 620].map(formatMoment)).toEqual(['0:00', '1:05', '10:20']);
});
