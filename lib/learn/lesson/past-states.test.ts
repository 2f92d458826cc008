import { expect, it } from 'vitest';
import { beginPast, stateBefore, undone, withState, type PastStates } from './past-states';

const after = (...queries: string[]): PastStates =>
  queries.reduce<PastStates>((past, query) => withState(past, 'a', query), beginPast('a', queries[0] ?? ''));

it('the state before is the one that an undo leads to, however the URL orders its values', () => {
  const past = undone(after('card=task', 'card=task&hop=2&said=x', 'card=task&said=x'));
  expect(past.awaited?.to).toBe('card=task&hop=2&said=x');
  expect(stateBefore(past), 'one at a time').toBeNull();
  expect(stateBefore(withState(past, 'a', 'card=task&said=x&hop=2'))).toBe('card=task');
});

it('an undo that never arrives holds nothing up: another state is taken', () => {
  const past = withState(undone(after('n=1', 'n=2')), 'a', 'n=3');
  expect(stateBefore(past)).toBe('n=1');
});

it('the same state again is nothing new, another step begins anew', () => {
  const past = after('n=1', 'n=2');
  expect(withState(past, 'a', 'n=2')).toBe(past);
  expect(stateBefore(withState(past, 'b', 'n=5'))).toBeNull();
  expect(undone(after('n=1'))).toEqual(after('n=1'));
});
