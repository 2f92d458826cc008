import { expect, it } from 'vitest';
import { exampleLesson } from './example-lesson';
import { lessons } from './lesson-list';
import { lessonSchema } from './lesson-schema';
import { unknownWords } from './unknown-words';

const { cards, task } = exampleLesson;
const [card] = cards;
const withText = (text: string) => ({ ...exampleLesson, cards: [{ ...card, text }] });

it.each<[string, string, object]>([
  [
    'scenario',
    'There is no training cluster articel. There are article, ',
    { ...exampleLesson, scenario: 'articel' },
  ],
  ['cards[0].text', 'The glossary has no word maglef.', withText('So [[maglef]], or [[maglev]].')],
  ['cards[0].text', 'The glossary has no word maglef.', withText('- one\n- [[maglef|Maglev]]')],
  ['cards[0].text', 'nowhere else: https://evil.example.', withText('See [this](https://evil.example).')],
  ['cards[0].text', 'nowhere else: //evil.example.', withText('[this](//evil.example)')],
  ['cards[0].text', 'nowhere else: javascript:alert(1', withText('[this](javascript:alert(1))')],
  ['task.text', 'no word maglef', { ...exampleLesson, task: { ...task, text: '[[maglef]]' } }],
  ['task.hints[0]', 'no word maglef', { ...exampleLesson, task: { ...task, hints: ['[[maglef]]'] } }],
  ['task.solution', 'no word maglef', { ...exampleLesson, task: { ...task, solution: '[[maglef]]' } }],
  [
    'task.goals[0].hints[0]',
    'no word maglef',
    {
      ...exampleLesson,
      task: { ...task, goals: task.goals.map((goal) => ({ ...goal, hints: ['[[maglef]]'] })) },
    },
  ],
  [
    'task.goals[0].say',
    'no word maglef',
    {
      ...exampleLesson,
      task: { ...task, goals: task.goals.map((goal) => ({ ...goal, say: '[[maglef]]' })) },
    },
  ],
])('a lesson that names at %s what is not there is told so: %s', (place, problem, lesson) => {
  expect(unknownWords(lessonSchema.parse(lesson))).toEqual([
    { place, problem: expect.stringContaining(problem) as string },
  ]);
});

it('what is code is no link, and a page of this product is one', () => {
  const text = 'As `[x](https://evil.example)` and [x](/services?a=b).\n\n```\n[[maglef]]\n```';
  expect(unknownWords(lessonSchema.parse(withText(text)))).toEqual([]);
});

it('our lessons and the example name what is there alone', () => {
  for (const lesson of [lessonSchema.parse(exampleLesson), ...lessons])
    expect(unknownWords(lesson), lesson.id).toEqual([]);
});
