import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskedFrom } from '../predict/prediction';
import { anyParameters } from './parameters.fixture';
import { defaultTerminationParameters, releases, type TerminationParameters } from './termination-parameters';
import { serviceListLines } from './service-list-lines';
import { stillPredicted } from './still-predicted';
import { terminationConsequences } from './termination-consequences';
import { terminationPredictions } from './termination-predictions';
import { countsAt, rowAt, stateSequence, terminationRun } from './termination-run';
import { terminationSteps } from './termination-steps';

const run = (over: Partial<TerminationParameters> = {}) =>
  terminationRun({ ...defaultTerminationParameters, ...over });
const sequence = (over: Partial<TerminationParameters>) => stateSequence(run(over));

describe('the states of the row', () => {
  test('of a pod that is deleted are those of the recorded rolling update', () => {
    expect(sequence({})).toEqual(['active', 'terminating', 'terminating-not-serving', null]);
  });
  test('of a node that is lost are those of the recorded one', () => {
    expect(sequence({ ending: 'node-lost' })).toEqual(['active', 'maintenance', 'terminating-not-serving']);
  });
  test.each([
    ['1.17, setting off', { version: releases['1.17'], isSettingOn: false }, ['active', null]],
    ['1.17, setting on', { version: releases['1.17'] }, ['active', 'terminating', null]],
    [
      '1.18.4, whatever the old setting',
      { version: releases['1.18.4'], isSettingOn: false },
      ['active', 'terminating', null],
    ],
  ])('of %s', (_, over, states) => {
    expect(sequence(over)).toEqual(states);
  });
  test('leave out a pod that fails its readiness before 1.18.5, and keep it since', () => {
    const over = { failsReadiness: true, preStopSeconds: 5, answer: 'ignores' } as const;
    expect(sequence({ ...over, version: releases['1.18.4'] })).toEqual(['active', 'terminating', null]);
    expect(sequence(over)).toEqual(['active', 'terminating', 'terminating-not-serving', null]);
    expect(countsAt(run({ ...over, version: releases['1.18.4'] }), Infinity).kept).toBe(1);
    expect(countsAt(run(over), Infinity).kept).toBe(4);
  });
  test('stay active while a Service publishes addresses that are not ready', () => {
    expect(sequence({ publishesNotReady: true })).toEqual(['active', null]);
  });
});

describe('open connections', () => {
  test('break with the table from outside, and not at a socket that is connected to the pod', () => {
    const over = { version: releases['1.17'], isSettingOn: false };
    const outside = run({ ...over, client: 'outside' });
    expect(outside.open.map(({ end }) => end)).toEqual(['table', 'table', 'table', 'table']);
    expect(countsAt(run({ ...over, client: 'pod' }), Infinity).kept).toBe(4);
  });
  test('break with a process that exits at once, however graceful Cilium is', () => {
    expect(countsAt(run({ answer: 'exits', preStopSeconds: 12 }), Infinity)).toMatchObject({
      kept: 2,
      broken: 2,
    });
  });
  test('are never kept for longer than the grace period', () => {
    fc.assert(
      fc.property(anyParameters, (parameters) => {
        const { open, life } = terminationRun(parameters);
        for (const { end, endsAt } of open)
          if (end === 'done') expect(endsAt).toBeLessThanOrEqual(life.exitAt);
        if (parameters.ending === 'deleted') expect(life.exitAt).toBeLessThanOrEqual(parameters.graceSeconds);
      }),
    );
  });
});

describe('new connections', () => {
  test('are refused only while the table is behind a process that stopped listening; a pause covers it', () => {
    expect(countsAt(run(), Infinity).refused).toBeGreaterThan(0);
    fc.assert(
      fc.property(anyParameters, fc.integer({ min: 0, max: 15 }), (parameters, more) => {
        const lagSeconds = Math.min(parameters.lagSeconds, 15);
        const preStopSeconds = lagSeconds + more;
        const paused = terminationRun({
          ...parameters,
          ...{
            ending: 'deleted',
            areAllDeleted: false,
            publishesNotReady: false,
            lagSeconds,
            preStopSeconds,
          },
          graceSeconds: 60,
        });
        expect(countsAt(paused, Infinity)).toMatchObject({ refused: 0, unanswered: 0 });
      }),
    );
  });
  test('go to a terminating pod only where no active one is left', () => {
    fc.assert(
      fc.property(anyParameters, (parameters) => {
        const result = terminationRun(parameters);
        for (const { at, pod } of result.tried) {
          const { states } = rowAt(result, at);
          if (pod === null)
            expect(states.every((state) => state !== 'active' && state !== 'terminating')).toBe(true);
          else expect(states[pod]).toBe(states.includes('active') ? 'active' : 'terminating');
        }
      }),
    );
    const all = run({ areAllDeleted: true, answer: 'ignores' });
    expect(rowAt(all, 10)).toMatchObject({ candidates: [0, 1], isFallback: true });
    expect(all.tried.filter(({ at }) => at > 2 && at < 30).every(({ end }) => end === 'answered')).toBe(true);
  });
  test('get no answer from a node that died until the table says so', () => {
    const { tried } = run({ ending: 'node-lost' });
    const lost = tried.filter(({ end }) => end === 'unanswered').map(({ at }) => at);
    expect(lost.length).toBeGreaterThan(10);
    expect(Math.min(...lost)).toBeGreaterThan(0);
    expect(Math.max(...lost)).toBeLessThan(22);
  });
});

test('the same parameters give the same seconds, another seed others', () => {
  expect(run()).toEqual(run());
  expect(run().tried).not.toEqual(run({ seed: 2 }).tried);
});

test('every question has its answer among the options, in the order of steps, and steps are in order', () => {
  fc.assert(
    fc.property(anyParameters, (parameters) => {
      const result = terminationRun(parameters);
      const steps = terminationSteps(parameters, result);
      const asked = terminationPredictions(parameters, result, steps);
      expect(steps.map(({ at }) => at)).toEqual(steps.map(({ at }) => at).sort((a, b) => a - b));
      expect(steps.at(-1)?.at).toBe(result.end);
      for (const { options, rightId, step } of asked) {
        expect(options.map(({ id }) => id)).toContain(rightId);
        expect(new Set(options.map(({ id }) => id)).size).toBe(options.length);
        expect(step).toBeLessThan(steps.length);
      }
      expect(asked.map(({ step }) => step)).toEqual(asked.map(({ step }) => step).sort((a, b) => a - b));
      expect(maskedFrom(asked, new Map(), steps.length)).toBeGreaterThan(0);
    }),
  );
});

test('of each kind of agent one column is chosen, and the newest never keeps fewer than the others', () => {
  fc.assert(
    fc.property(anyParameters, (parameters) => {
      const outcomes = terminationConsequences(parameters);
      expect(outcomes.filter(({ isChosen }) => isChosen)).toHaveLength(1);
      const newest = outcomes.at(-1)?.kept ?? 0;
      for (const { kept } of outcomes) expect(kept).toBeLessThanOrEqual(newest);
    }),
  );
});

test('the row is printed with the states it has, and a frontend alone where it has no backend', () => {
  const row = rowAt(run(), 10);
  expect(serviceListLines(row, releases['1.21'])).toEqual([
    'ID   Frontend              Service Type   Backend',
    '7    203.0.113.10:80/TCP   LoadBalancer   1 => 10.0.2.20:8080/TCP (terminating)',
    '                                          2 => 10.0.3.30:8080/TCP (active)',
  ]);
  expect(serviceListLines({ ...row, states: [null, null] }, releases['1.17']).at(-1)).toMatch(
    /LoadBalancer$/,
  );
});

test('answers stand as long as the right ones are the same', () => {
  const asked = (over: Partial<TerminationParameters>) => {
    const parameters = { ...defaultTerminationParameters, ...over };
    const result = terminationRun(parameters);
    return terminationPredictions(parameters, result, terminationSteps(parameters, result));
  };
  const said = new Map([
    ['state', 'terminating'],
    ['new', 'second'],
    ['kept', '4'],
  ]);
  expect([...stillPredicted(asked({}), asked({ graceSeconds: 10 }), said).keys()]).toEqual(['state', 'new']);
  const forgets = { version: releases['1.17'], isSettingOn: false };
  expect(stillPredicted(asked({}), asked(forgets), said), 'and those behind it').toEqual(new Map());
  const told = new Map([['kept', 'shown']]);
  expect(stillPredicted(asked({}), asked({ graceSeconds: 10 }), told)).toEqual(told);
});
