import { wordOf } from '../glossary/glossary';
import type { LessonFault } from './lesson-fault';
import { readMarkup, type Inline } from './lesson-markup';
import type { Lesson } from './lesson-schema';
import { scenarioNames } from './scenario-names';
import { shortened } from './verdict';

/** What is written as a link and is none: it leads away, or to no page. */
const refusedLink = /^\[[^\]]+\]\(([^)\s]+)\)$/;

/**
 * Gives what a lesson names outside itself that is not there: a training cluster, words of the glossary, and links that
 * lead away from this product. The schema lets them pass; who reads the lesson would meet them as plain text.
 */
export function unknownWords(lesson: Lesson): LessonFault[] {
  const { scenario } = lesson;
  const isKnown = scenario === undefined || scenarioNames.includes(scenario);
  const unknownScenario = {
    place: 'scenario',
    problem: `There is no training cluster ${scenario}. There are ${scenarioNames.join(', ')}.`,
  };
  return [...(isKnown ? [] : [unknownScenario]), ...textsOf(lesson).flatMap(inText)];
}

type PlacedText = { place: string; text: string };

/** Every text of a lesson that may hold markup. */
function textsOf({ cards, task }: Lesson): PlacedText[] {
  const hintsAt = (place: string, hints: readonly string[] = []) =>
    hints.map((text, index) => ({ place: `${place}.hints[${index}]`, text }));
  return [
    ...cards.map(({ text }, index) => ({ place: `cards[${index}].text`, text })),
    { place: 'task.text', text: task.text },
    ...task.goals.flatMap(({ say, hints }, index) => [
      { place: `task.goals[${index}].say`, text: say },
      ...hintsAt(`task.goals[${index}]`, hints),
    ]),
    ...hintsAt('task', task.hints),
    { place: 'task.solution', text: task.solution },
  ];
}

function inText({ place, text }: PlacedText): LessonFault[] {
  const inlines = readMarkup(text).flatMap((block): Inline[] => {
    if (block.kind === 'code') return [];
    return block.kind === 'list' ? block.items.flat() : block.inlines;
  });
  return inlines.flatMap((inline) => {
    const problem = problemOf(inline);
    return problem === null ? [] : [{ place, problem }];
  });
}

function problemOf(inline: Inline): string | null {
  if (inline.kind === 'term')
    return wordOf(inline.id) === undefined ? `The glossary has no word ${inline.id}.` : null;
  const target = inline.kind === 'text' ? refusedLink.exec(inline.text)?.[1] : undefined;
  if (target === undefined) return null;
  return `A link leads to a page of this product, as /services, and nowhere else: ${shortened(target)}.`;
}
