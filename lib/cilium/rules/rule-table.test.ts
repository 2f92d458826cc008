import { describe, expect, it } from 'vitest';
import { readSettings } from '../settings/agent-settings';
import { firstFatal } from './first-fatal';
import { judgeRules } from './judge-rules';
import type { Rule, Start } from './rule';
import { everyCase as cases, minorVersions as minors } from './rule-cases/every-case.fixture';
import type { CaseConfig, RuleCase } from './rule-cases/rule-case.fixture';
import { caseData, caseRelease, holds, soundConfig, soundFacts } from './rule-cases/rule-case.fixture';
import { rulesOf } from './rules';

/** Every rule of cilium-config.md 2.2. */
const referenceIds =
  'A1 A2 A3 A4 A5 A6 A7 A8 A9 A10 A11 A12 A13 A14 A15 A16 A17 A18 A19 A20 A21 A22 A23 A24 A25 A26 A27 A28 A29 A30 A31 A32 A33 ' +
  'B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 B11 B12 B13 B14 B15 B16 B17 B18 B19 B20 ' +
  'C1 C2 C3 C4 C5 C6 C7 C8 C9 C10 C11 C12 ' +
  'D1 D2 D3 D4 D5 D6 D7 D8 D9 D10 D11 D12 D13 D14 D15 D16 D17 D18 D19 D20 ' +
  'E1 E2 E3 E4 E5 E6 E7 E8 E9 E10 E11 E12 E13 E14 E15 E16 E17 F1 F2 F3 F4 F5';

/** Rules of the reference that no configuration can be judged by. */
const notJudged = new Map([
  ['A16', 'A15 in the same words: best-effort is no value before v1.15'],
  ['C8', 'no feature of any version asks for XDP to be off: only the code for it is there'],
]);

function startOf(config: CaseConfig, facts: RuleCase['facts'], minor: number): Start {
  const [data, version] = [caseData(config, minor), caseRelease(minor)];
  return { data, version, settings: readSettings(data, version), facts: { ...soundFacts, ...facts } };
}

const violatingStart = (one: RuleCase, minor: number) => startOf(one.violating, one.facts, minor);
const passingStart = (one: RuleCase, minor: number) => startOf(one.passing, one.passingFacts, minor);

const rows = cases.flatMap((one) =>
  minors
    .filter((minor) => holds(one, minor))
    .map((minor) => ({ one, minor, name: `${one.id} in 1.${minor}` })),
);

describe('a configuration that breaks a rule', () => {
  it.each(rows)('is told so in Cilium’s words: $name', ({ one, minor }) => {
    const { version, data, facts } = violatingStart(one, minor);
    const told = judgeRules(version, data, facts).filter(({ id }) => id === one.id);
    expect(told.map(({ verdict, message }) => ({ verdict, message }))).toContainEqual({
      verdict: one.verdict,
      message: one.message,
    });
  });

  it.each(rows)('ends the agent by this rule exactly if it is a fatal one: $name', ({ one, minor }) => {
    const { version, data, facts } = violatingStart(one, minor);
    const death = firstFatal(version, data, facts);
    if (one.behind !== undefined) expect(death?.rule).toBe(one.behind);
    else if (one.verdict !== 'fatal') expect(death).toBeNull();
    else expect(death).toMatchObject({ rule: one.id, message: one.message });
  });
});

describe('a configuration that keeps it', () => {
  it.each(rows)('passes, and the agent starts: $name', ({ one, minor }) => {
    const { version, data, facts } = passingStart(one, minor);
    const rules = judgeRules(version, data, facts);
    const ofRule = rules.filter(({ id }) => id === one.id);
    // What is forced has a verdict for each of its keys: some part may still be forced.
    if (one.id !== 'KPR' && one.id !== 'KPR-PARTS')
      expect(ofRule.map(({ verdict, message }) => [verdict, message])).toEqual(
        ofRule.map(() => ['pass', '']),
      );
    expect(ofRule.length).toBeGreaterThan(0);
    expect(rules.filter(({ verdict }) => verdict === 'fatal')).toEqual([]);
    expect(firstFatal(version, data, facts)).toBeNull();
  });
});

/** One form of a rule, for a failure to name. */
const named = ({ id, effect, keys, since = '', until = '' }: Rule): string =>
  `${id} ${effect} ${since}..${until} ${keys.join(' ')}`;

describe.each(minors)('the table for 1.%i', (minor) => {
  const rules = rulesOf(caseRelease(minor));
  const here = cases.filter((one) => holds(one, minor));

  it('has cases for the rules of this version, and for no other', () => {
    const ids = (list: readonly { id: string }[]) => [...new Set(list.map(({ id }) => id))].sort();
    expect(ids(here)).toEqual(ids(rules));
  });

  it('breaks and keeps every form of every rule', () => {
    const unbroken = rules.filter(
      (rule) => !here.some((one) => one.id === rule.id && rule.judge(violatingStart(one, minor)) !== null),
    );
    const unkept = rules.filter(
      (rule) => !here.some((one) => one.id === rule.id && rule.judge(passingStart(one, minor)) === null),
    );
    expect({ unbroken: unbroken.map(named), unkept: unkept.map(named) }).toEqual({
      unbroken: [],
      unkept: [],
    });
  });

  it('starts what it is built on, with nothing unknown that could end it', () => {
    const rulesOfSound = judgeRules(caseRelease(minor), soundConfig(minor), soundFacts);
    expect(rulesOfSound.filter(({ verdict }) => verdict === 'fatal' || verdict === 'unknown')).toEqual([]);
  });
});

describe('the rules of the reference', () => {
  const known = new Set(minors.flatMap((minor) => rulesOf(caseRelease(minor)).map(({ id }) => id)));

  it.each(referenceIds.split(' '))('%s is judged, or there is a reason why not', (id) => {
    expect(known.has(id)).toBe(!notJudged.has(id));
  });
});
