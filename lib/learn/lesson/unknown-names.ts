import type { SimulatorId } from '../simulator/simulator-id';
import type { FactTest, Judge } from './judge-schema';
import type { LessonFault } from './lesson-fault';
import type { Lesson } from './lesson-schema';
import { factsUnder, simulatorModels } from './simulator-facts';
import type { LessonView } from './view-schema';

/**
 * Gives what a lesson asks of a simulator that the simulator knows nothing of: names in links, and facts. The schema
 * lets any name pass; a goal on a misspelt one could never be met, and a link with one sets nothing.
 */
export function unknownNames({ cards, task }: Lesson): LessonFault[] {
  const { view, goals, solutionLink } = task;
  const shown = simulatorOf(view);
  return [
    ...cards.flatMap((card, index) => inView(card.view, `cards[${index}].view`)),
    ...inView(view, 'task.view'),
    ...goals.flatMap(({ judge }, index) => inJudge(judge, `task.goals[${index}].judge`)),
    ...(shown === null || solutionLink === undefined ? [] : inLink(shown, solutionLink, 'task.solutionLink')),
  ];
}

function simulatorOf(view: LessonView | undefined): SimulatorId | null {
  return view !== undefined && 'simulator' in view ? view.simulator : null;
}

function inView(view: LessonView | undefined, place: string): LessonFault[] {
  return view !== undefined && 'simulator' in view ? inLink(view.simulator, view.link, `${place}.link`) : [];
}

function inLink(simulator: SimulatorId, link: Readonly<Record<string, string>>, place: string) {
  const { keys } = simulatorModels[simulator];
  return Object.keys(link)
    .filter((key) => !keys.includes(key))
    .map((key) => ({
      place,
      problem: `The links of ${simulator} have no ${key}. They have ${keys.join(', ')}.`,
    }));
}

function inJudge(judge: Judge, place: string): LessonFault[] {
  if (judge.on === 'simulator')
    return judge.all.flatMap((test, index) => inTest(judge.simulator, test, `${place}.all[${index}]`));
  if (judge.on !== 'fact-answer') return [];
  return [
    ...inLink(judge.simulator, judge.link, `${place}.link`),
    ...inTest(judge.simulator, { fact: judge.fact }, place),
  ];
}

function inTest(simulator: SimulatorId, { fact, is, oneOf = [] }: FactTest, place: string): LessonFault[] {
  const facts = factsUnder(simulator, {});
  const value = facts[fact];
  if (value === undefined)
    return [
      {
        place: `${place}.fact`,
        problem: `${simulator} has no fact ${fact}. It has ${Object.keys(facts).join(', ')}.`,
      },
    ];
  const wanted = is === undefined ? oneOf : [is, ...oneOf];
  if (typeof value !== 'boolean' || wanted.every((one) => typeof one === 'boolean')) return [];
  return [{ place, problem: `${fact} is true or false, without quotation marks.` }];
}
