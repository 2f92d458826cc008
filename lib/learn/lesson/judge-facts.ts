import type { Facts } from '../simulator/facts';
import type { FactTest } from './judge-schema';
import { met, open, unknown, type Verdict } from './verdict';

type FactValue = string | number | boolean;

/** Judges the facts of a simulator: the first test that fails says what is so instead. */
export function judgeFacts(tests: readonly FactTest[], facts: Facts): Verdict {
  for (const test of tests) {
    const value = facts[test.fact];
    if (value === undefined) return unknown(`This simulator says nothing of ${test.fact}.`);
    if (!passes(test, value)) return open(sentence(test, value));
  }
  return met(`So it is: ${tests.map(({ fact }) => `${fact} is ${written(facts[fact])}`).join(', ')}.`);
}

function passes({ is, oneOf, atLeast, atMost }: FactTest, value: FactValue): boolean {
  if (is !== undefined && value !== is) return false;
  if (oneOf !== undefined && !oneOf.includes(value)) return false;
  if (atLeast !== undefined && !(typeof value === 'number' && value >= atLeast)) return false;
  return atMost === undefined || (typeof value === 'number' && value <= atMost);
}

function sentence(test: FactTest, value: FactValue): string {
  if (test.otherwise !== undefined) return test.otherwise.replaceAll('{value}', written(value));
  const wanted = [
    test.is === undefined ? null : written(test.is),
    test.oneOf === undefined ? null : test.oneOf.map(written).join(' or '),
    test.atLeast === undefined ? null : `at least ${test.atLeast}`,
    test.atMost === undefined ? null : `at most ${test.atMost}`,
  ].filter((part) => part !== null);
  return `${test.fact} is ${written(value)}; it must be ${wanted.join(', and ')}.`;
}

function written(value: FactValue | undefined): string {
  return value === true ? 'yes' : value === false ? 'no' : String(value);
}
