import { describe, expect, it } from 'vitest';
import { readMarkup } from './lesson-markup';
import { exampleLesson } from './example-lesson';
import { lessons } from './lesson-list';
import { lessonSchema } from './lesson-schema';
import { packLesson, shareKey, unpackLesson } from './lesson-share';
import { readLesson, readLessonText } from './read-lesson';
import { unknownNames } from './unknown-names';

/** The example with something in it set to another value. */
function changed(path: readonly (string | number)[], value: unknown): unknown {
  const copy: unknown = JSON.parse(JSON.stringify(exampleLesson));
  let at = copy as Record<string | number, unknown>;
  for (const part of path.slice(0, -1)) at = at[part] as Record<string | number, unknown>;
  const last = path.at(-1);
  if (last !== undefined) at[last] = value;
  return copy;
}

const firstTest = ['task', 'goals', 0, 'judge', 'all', 0];

/** Asks for a simulator that the example’s task does not show. */
const factAnswer = { on: 'fact-answer', label: 'Slots', simulator: 'maglev', link: {}, fact: 'tableSize' };

describe('a trainer’s lesson', () => {
  it('is read where it is as the example', () => {
    expect(readLesson(exampleLesson).faults).toBeUndefined();
  });

  it.each<[string, (string | number)[], unknown]>([
    ['id', ['id'], 'Not An Id'],
    ['version', ['version'], 2],
    ['cards', ['cards'], []],
    ['cards[0].text', ['cards', 0, 'text'], 7],
    ['the lesson', ['kards'], []],
    ['cards[0].view.page', ['cards', 0, 'view'], { page: 'https://evil.example', words: 'x' }],
    ['cards[0].view.page', ['cards', 0, 'view'], { page: '//evil.example', words: 'x' }],
    ['cards[0].view.words', ['cards', 0, 'view'], { page: '/learn' }],
    ['cards[0].view.simulator', ['cards', 0, 'view'], { simulator: 'dsrr' }],
    ['cards[0].view', ['cards', 0, 'view'], { film: 'x' }],
    ['cards[0].view.link', ['cards', 0, 'view'], { simulator: 'dsr', link: { card: '2' } }],
    ['task.goals[0].judge.on', ['task', 'goals', 0, 'judge'], { on: 'keystrokes' }],
    ['task.goals[0].judge.simulator', ['task', 'goals', 0, 'judge', 'simulator'], 'maglev'],
    ['task.goals[0].judge.simulator', ['task', 'view'], { simulator: 'maglev' }],
    ['task.goals[0].judge.simulator', ['task', 'view'], undefined],
    ['task.goals[0].judge.simulator', ['task', 'view'], { page: '/learn', words: 'Learn' }],
    ['task.goals[0].judge.simulator', ['task', 'goals', 0, 'judge'], factAnswer],
    ['task.goals[0].judge.all[0]', ['task', 'goals', 0, 'judge', 'all'], [{ fact: 'mode' }]],
  ])('that is wrong in %s is told so', (place, path, value) => {
    const { faults } = readLesson(changed(path, value));
    expect(faults?.[0]?.place).toBe(place);
    expect(faults?.[0]?.problem).not.toBe('');
  });

  it.each<[string, (string | number)[], unknown]>([
    ['It is missing.', ['title'], undefined],
    ['It must be of the type number.', ['minutes'], 'five'],
    ['There is no such name here: kards.', ['kards'], []],
    ['It must be one of dsr, ', ['cards', 0, 'view', 'simulator'], 'dsrr'],
    ['It is none of simulator, setting, ', ['task', 'goals', 0, 'judge', 'on'], 'keystrokes'],
  ])('is told what is wrong in words of the field: %s', (problem, path, value) => {
    expect(readLesson(changed(path, value)).faults?.[0]?.problem).toContain(problem);
  });

  it.each<[string, string, (string | number)[], unknown]>([
    ['cards[0].view.link', 'The links of dsr have no modus.', ['cards', 0, 'view', 'link'], { modus: 'dsr' }],
    ['task.view.link', 'have no modus', ['task', 'view', 'link'], { modus: 'dsr' }],
    ['task.solutionLink', 'have no modus', ['task', 'solutionLink'], { modus: 'dsr' }],
    ['task.goals[0].judge.all[0].fact', 'dsr has no fact mod. It has mode, ', [...firstTest, 'fact'], 'mod'],
    ['task.goals[0].judge.all[0]', 'is true or false', [...firstTest, 'is'], 'yes'],
  ])('may use no name at %s that its simulator does not know', (place, problem, path, value) => {
    const { lesson } = readLesson(changed(path, value));
    if (lesson === undefined) throw new Error('the schema refuses it');
    expect(unknownNames(lesson)).toEqual([{ place, problem: expect.stringContaining(problem) as string }]);
  });

  it('uses names that are known where it is ours', () => {
    for (const lesson of [lessonSchema.parse(exampleLesson), ...lessons])
      expect(unknownNames(lesson), lesson.id).toEqual([]);
  });

  it('may ask what a simulator says on a page that the task leads to', () => {
    const task = { ...exampleLesson.task, view: { page: '/learn/maglev', words: 'Maglev' } };
    const lesson = {
      ...exampleLesson,
      task: { ...task, goals: [{ say: 'How many slots?', judge: factAnswer }] },
    };
    expect(readLesson(lesson).faults).toBeUndefined();
  });

  it('of another kind altogether is refused, whatever it is', () => {
    for (const text of ['', '{', '[]', 'null', '"lesson"', ' '.repeat(70_000)])
      expect(readLessonText(text).faults?.length, text.slice(0, 10)).toBeGreaterThan(0);
  });
});

describe('the markup of lessons', () => {
  it('has paragraphs, lists, code, and words that stand out', () => {
    expect(readMarkup('One `two` **three**\nfour.\n\n- [[maglev|Maglev]]\n- [x](/change?set=a:b)')).toEqual([
      {
        kind: 'paragraph',
        inlines: [
          { kind: 'text', text: 'One ' },
          { kind: 'code', text: 'two' },
          { kind: 'text', text: ' ' },
          { kind: 'strong', text: 'three' },
          { kind: 'text', text: ' four.' },
        ],
      },
      {
        kind: 'list',
        items: [
          [{ kind: 'term', id: 'maglev', text: 'Maglev' }],
          [{ kind: 'link', text: 'x', path: '/change?set=a:b' }],
        ],
      },
    ]);
    expect(readMarkup('a\n\n```\n- b `c`\n```')).toContainEqual({ kind: 'code', text: '- b `c`' });
  });

  it.each([
    '[x](https://evil.example)',
    '[x](//evil.example)',
    '[x](/\\evil.example)',
    '[x](javascript:alert(1))',
    '<img src=x onerror=alert(1)>',
  ])('leaves %s what it is: text', (text) => {
    for (const block of readMarkup(text))
      if (block.kind === 'paragraph') for (const { kind } of block.inlines) expect(kind).toBe('text');
  });
});

describe('a lesson in a link', () => {
  it('comes out as it went in, whatever its letters', () => {
    const lesson = lessonSchema.parse({ ...exampleLesson, title: 'Wer antwortet? Ähm … 🐝' });
    const packed = packLesson(lesson);
    expect(packed).toMatch(/^[\w-]+$/);
    expect(unpackLesson(`#${shareKey}=${packed}`)).toEqual({ lesson });
  });

  it('is as large as a file may be, in any script, and no larger', () => {
    const text = (letters: string) => ({ ...exampleLesson.cards[0], text: letters });
    const of = (count: number, letter: string) => ({
      ...exampleLesson,
      cards: [...Array(count).keys()].map(() => text(letter.repeat(4000))),
    });
    for (const sound of [of(5, '字'), of(12, 'x')]) {
      const { lesson } = readLessonText(JSON.stringify(sound, null, 2));
      if (lesson === undefined) throw new Error('it was refused');
      expect(unpackLesson(`#${shareKey}=${packLesson(lesson)}`)).toEqual({ lesson });
    }
    const large = of(10, '字');
    expect(readLessonText(JSON.stringify(large)).faults?.[0]?.problem).toBe('It is larger than 64 KiB.');
    expect(readLesson(large).faults?.[0]?.place, 'kept, or out of escapes').toBe('the lesson');
    const packed = packLesson(lessonSchema.parse(large));
    expect(unpackLesson(`#${shareKey}=${packed}`)).toEqual(readLesson(large));
  });

  it('is none where the link has none, and is told where it is damaged, foreign or endless', () => {
    expect(unpackLesson('')).toBeNull();
    expect(unpackLesson('#simulators')).toBeNull();
    for (const text of ['%%%', 'AAAA', btoa('{"id":1}'), 'A'.repeat(200_000)])
      expect(unpackLesson(`#${shareKey}=${text}`)?.faults?.length, text.slice(0, 9)).toBeGreaterThan(0);
  });
});
