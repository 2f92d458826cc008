import { describe, expect, it } from 'vitest';
import type { AdviceFacts } from './advice-facts';
import { adviceRules } from './judge-advice';
import { ruleOf, said } from './judged.fixture';
import { everyCase } from './rule-cases/every-case.fixture';

describe.each(everyCase)('$id', ({ id, speaks, severity, evidence, silent }) => {
  it('speaks, with what it goes by', () => {
    const finding = ruleOf(id).judge(speaks);
    expect(finding?.evidence.map(said)).toEqual(evidence);
    expect(finding?.severity).toBe(severity);
  });

  it.each(Object.entries(silent))('says nothing %s', (_name, nearest) => {
    expect(ruleOf(id).judge(nearest)).toBeNull();
  });
});

it('has a case for every rule, each with an id of its own', () => {
  expect(everyCase.map(({ id }) => id).sort()).toEqual(adviceRules.map(({ id }) => id).sort());
});

it('says nothing of a cluster of which nothing is known', () => {
  const nothing: AdviceFacts = { agents: [], services: null, pods: null, frontends: [] };
  for (const { judge } of adviceRules) expect(judge(nothing)).toBeNull();
});
