import { expect, it } from 'vitest';
import { ruleTitle } from './rule-title';
import { rulesOf } from './rules';

const ids = new Set(
  Array.from({ length: 12 }, (_none, index) => rulesOf({ major: 1, minor: 10 + index, patch: 0 })).flatMap(
    (rules) => rules.map(({ id }) => id),
  ),
);

/** The last number of each letter in cilium-config.md 2.2. */
const listed = Object.entries({ A: 33, B: 20, C: 12, D: 20, E: 17, F: 5 }).flatMap(([letter, last]) =>
  Array.from({ length: last }, (_none, index) => `${letter}${index + 1}`),
);

/** What a plan adds of its own. */
const ofPlans = ['4.1-IGNORED', '4.6-SHADOWED'];

it.each([...new Set([...listed, ...ids, ...ofPlans])])('%s has a short title of its own', (id) => {
  const title = ruleTitle(id);
  expect(title).not.toBe(id);
  expect(title.length).toBeLessThanOrEqual(60);
  expect(title).toMatch(/^[A-Z].*[^.]$/);
});

it('gives an id without a title back, whatever it is', () => {
  expect(ruleTitle('Z9')).toBe('Z9');
  expect(ruleTitle('constructor')).toBe('constructor');
});
