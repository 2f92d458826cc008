import { describe, expect, it } from 'vitest';
import { lessons } from './lesson-list';
import { formatMinutes, pathOverview } from './path-overview';
import { afterEvent, noProgress, readProgress, writeProgress, type Progress } from './progress';

const at = '2026-01-02T10:00:00.000Z';
const later = '2026-01-03T10:00:00.000Z';
const first = lessons[0]?.id ?? '';
const second = lessons[1]?.id ?? '';

function done(id: string, progress: Progress = noProgress): Progress {
  return afterEvent(progress, id, { kind: 'goal-met', goal: 0, goals: 1 }, at);
}

describe('progress', () => {
  it('is done once every goal was met, and stays so when it is begun again', () => {
    const half = afterEvent(noProgress, first, { kind: 'goal-met', goal: 1, goals: 2 }, at);
    expect(half[first]).toMatchObject({ state: 'started', goalsMet: [1], doneTimestamp: null });
    const whole = afterEvent(half, first, { kind: 'goal-met', goal: 0, goals: 2 }, at);
    expect(whole[first]).toMatchObject({ state: 'done', goalsMet: [0, 1], doneTimestamp: at });
    const again = afterEvent(whole, first, { kind: 'begun-again' }, later);
    expect(again[first]).toMatchObject({
      ...{ state: 'done', goalsMet: [], doneTimestamp: at, startedTimestamp: later },
    });
  });

  it('keeps the newest rollout there was at the first look, until it is begun again', () => {
    const seen = (progress: Progress, newest: string | null) =>
      afterEvent(progress, first, { kind: 'rollouts-seen', newest }, at);
    const none = seen(afterEvent(noProgress, first, { kind: 'read', card: '1' }, at), null);
    expect(seen(none, later)[first]?.newestRolloutBefore).toBeNull();
    expect(readProgress(writeProgress(none))).toEqual(none);
    const again = afterEvent(none, first, { kind: 'begun-again' }, at);
    expect(again[first]?.newestRolloutBefore).toBeUndefined();
    expect(seen(again, later)[first]?.newestRolloutBefore).toBe(later);
  });

  it('keeps which goal was given to the judge, until it is begun again', () => {
    const checked = afterEvent(noProgress, first, { kind: 'goal-checked', goal: 1 }, at);
    expect(readProgress(writeProgress(checked))?.[first]?.goalChecked).toBe(1);
    expect(afterEvent(checked, first, { kind: 'begun-again' }, at)[first]?.goalChecked).toBeUndefined();
  });

  it('shows no hint for a goal before it is asked for: those of the goal before do not count', () => {
    const hinted = afterEvent(noProgress, first, { kind: 'hint-taken' }, at);
    const next = afterEvent(hinted, first, { kind: 'goal-met', goal: 0, goals: 2 }, at);
    expect(hinted[first]?.hintsTaken).toBe(1);
    expect(next[first]?.hintsTaken).toBe(0);
  });

  it('is read where an earlier version kept it, or another one keeps something else', () => {
    const { [first]: kept } = done(first);
    expect(kept).not.toHaveProperty('newestRolloutBefore');
    for (const strange of [{}, { newestRolloutBefore: 7 }]) {
      const text = JSON.stringify({ version: 1, lessons: { [first]: { ...kept, ...strange } } });
      expect(readProgress(text)).toEqual({ [first]: kept });
    }
  });

  it('comes back from its own file as it was', () => {
    let progress = done(first);
    progress = afterEvent(progress, second, { kind: 'read', card: '2' }, at);
    progress = afterEvent(progress, second, { kind: 'hint-taken' }, at);
    progress = afterEvent(progress, second, { kind: 'solution-seen' }, at);
    expect(readProgress(writeProgress(progress))).toEqual(progress);
  });

  it.each([
    '',
    'null',
    '[]',
    '{}',
    '{"version":2,"lessons":{}}',
    '{"version":1,"lessons":7}',
    '{"version":1',
  ])('is none where the text is %s', (text) => expect(readProgress(text)).toBeNull());

  it('leaves out a lesson that cannot be read, and keeps the others', () => {
    const good = done(first);
    const text = JSON.stringify({ version: 1, lessons: { ...good, a: { state: 'x' }, b: 7 } });
    expect(readProgress(text)).toEqual(good);
  });
});

describe('the path', () => {
  it('goes on with what was begun, else with the first that is not done', () => {
    const current = (progress: Progress) =>
      pathOverview(lessons, progress)
        .stages.flatMap(({ entries }) => entries)
        .filter(({ isCurrent }) => isCurrent)
        .map(({ lesson }) => lesson.id);
    expect(current(noProgress)).toEqual([first]);
    expect(current(done(first))).toEqual([second]);
    const begun = afterEvent(done(first), 'session-affinity', { kind: 'read', card: '1' }, at);
    expect(current(begun)).toEqual(['session-affinity']);
    const all = lessons.reduce<Progress>((progress, { id }) => done(id, progress), noProgress);
    expect(current(all)).toEqual([]);
    expect(pathOverview(lessons, all)).toMatchObject({ done: 12, total: 12, minutesToGo: 0 });
  });

  it('writes its time in hours and minutes', () => {
    expect([45, 60, 75].map(formatMinutes)).toEqual(['45 min', '1 h', '1 h 15 min']);
  });
});
