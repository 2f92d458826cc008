import { expect, it } from 'vitest';
import { lessonsAbout } from './lessons-about';

const idsAbout = (word: string) => lessonsAbout(word).map(({ id }) => id);

it('a word leads back to the lessons that lead to it, in the order of the path', () => {
  expect(idsAbout('service')).toContain('what-a-service-is');
  expect(idsAbout('host-port')).toEqual(['read-a-service-list', 'nodeport-from-outside']);
  expect(idsAbout('no-such-word')).toEqual([]);
});
