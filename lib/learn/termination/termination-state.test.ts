import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { speeds } from '../simulator/speed';
import { anyParameters } from './parameters.fixture';
import { terminationFacts } from './termination-facts';
import { defaultTerminationParameters } from './termination-parameters';
import {
  readTerminationLink,
  terminationKeys,
  writeTerminationLink,
  type TerminationLink,
} from './termination-state';

const emptyLink = Object.fromEntries(terminationKeys.map((key) => [key, null])) as TerminationLink;

describe('a link', () => {
  test('holds the whole state', () => {
    const states = fc.record({
      parameters: anyParameters,
      atSeconds: fc.integer({ min: -5, max: 120 }),
      predicted: fc.constantFrom(new Map(), new Map([['state', 'gone']])),
      speed: fc.constantFrom(...speeds),
    });
    fc.assert(
      fc.property(states, (state) => {
        expect(readTerminationLink(writeTerminationLink(state))).toEqual({ state, ignored: [] });
      }),
    );
  });
  test('is empty for the state that the simulator begins with', () => {
    const { state } = readTerminationLink(emptyLink);
    expect(state.parameters).toEqual(defaultTerminationParameters);
    expect(writeTerminationLink(state)).toEqual(emptyLink);
  });
  test('tells what means nothing: a pause as long as the grace period, a release nobody knows', () => {
    const { state, ignored } = readTerminationLink({
      ...emptyLink,
      grace: '10',
      stop: '10',
      v: '9.9',
      at: 'now',
    });
    expect(ignored.map(({ key }) => key)).toEqual(['v', 'stop', 'at']);
    expect(state.parameters).toEqual({ ...defaultTerminationParameters, graceSeconds: 10 });
  });
});

describe('the facts', () => {
  test('are those of a pod that shuts down well, at the beginning', () => {
    expect(terminationFacts(emptyLink)).toMatchObject({
      stateSequence: 'active,terminating,terminating-not-serving,gone',
      keptConnections: 4,
      brokenConnections: 0,
      preStopSeconds: 0,
      graceSeconds: 30,
      exitSeconds: 20,
      isKilled: false,
      usesFallback: false,
    });
    expect(terminationFacts(emptyLink)['refusedConnections']).toBeGreaterThan(0);
  });
  test('say that a pause mends it, and that a grace period too short does not', () => {
    expect(terminationFacts({ ...emptyLink, stop: '5' })['refusedConnections']).toBe(0);
    expect(terminationFacts({ ...emptyLink, grace: '10' })).toMatchObject({
      isKilled: true,
      brokenConnections: 2,
    });
    expect(terminationFacts({ ...emptyLink, all: 'yes', stop: '5' })['usesFallback']).toBe(true);
  });
});
