import { expect, test } from 'vitest';
import { filterWords } from './filter-words';
import { Mask } from './mask';
import { MaskVocabulary } from './mask-vocabulary';

const none = { q: '', type: [], state: [], ns: [], node: [], problems: false };

test('a filter is told in words, and none as none', () => {
  expect(filterWords(none, null)).toBeNull();
  expect(filterWords({ ...none, q: 'web', type: ['NodePort', 'HostPort'], problems: true }, null)).toBe(
    'text “web”; type NodePort or HostPort; only with problems',
  );
});

test('masked, it tells no name and no part of one', () => {
  const words = filterWords(
    { ...none, q: 'secre', ns: ['secret'], node: ['secret-1'] },
    Mask.of(new MaskVocabulary()),
  );
  expect(words).not.toContain('secre');
  expect(words).toMatch(/namespace ns-x1; node node-x1/);
});
