import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldSets, isUnfolded, turnFold } from './fold-choices';

const key = '0.0.0.0:30080/TCP';
const none = { unfold: [], fold: [] };
const kept = (turned: ReturnType<typeof turnFold>) => ({
  unfold: turned.unfold ?? [],
  fold: turned.fold ?? [],
});

test('what is as it was at first leaves nothing behind', () => {
  for (const atFirst of [true, false]) {
    const once = turnFold(none, key, atFirst);
    expect(once).toEqual(atFirst ? { unfold: null, fold: [key] } : { unfold: [key], fold: null });
    expect(turnFold(kept(once), key, atFirst)).toEqual({ unfold: null, fold: null });
  }
});

test('turning a row over turns that row over, and no other, whatever the lists hold', () => {
  const keys = fc.array(fc.constantFrom('a', 'b', 'c'));
  fc.assert(
    fc.property(keys, keys, fc.constantFrom('a', 'b', 'c'), fc.boolean(), (unfold, fold, turned, atFirst) => {
      const after = kept(turnFold({ unfold, fold }, turned, atFirst));
      for (const one of ['a', 'b', 'c']) {
        const before = isUnfolded(foldSets({ unfold, fold }), one, atFirst);
        expect(isUnfolded(foldSets(after), one, atFirst)).toBe(one === turned ? !before : before);
      }
    }),
  );
});

test('a row opened on a phone is open on a desk, where it is so at first', () => {
  expect(isUnfolded(foldSets(kept(turnFold(none, key, false))), key, true)).toBe(true);
});
