import type { Prediction } from '../predict/prediction';
import { letters } from './letters';
import type { MaglevAnswer } from './maglev-answer';
import type { MaglevParameters } from './maglev-state';

type Question = Omit<Prediction, 'step'>;

const percentText = (percent: number) => `${percent.toFixed(1)} %`;

/**
 * Gives the questions that the tables in sight answer.
 * @param stepCount of the building: they are asked of the whole table, and no step gives an answer away.
 */
export function maglevPredictions(answer: MaglevAnswer, stepCount: number): Prediction[] {
  return [slotsThatMove(answer), nodeTwoSends(answer)].flatMap((question) =>
    question === null ? [] : [{ ...question, step: stepCount }],
  );
}

/** Gives the letters of backends that have gone and of those that came. */
export function comings({ before, now }: Pick<MaglevParameters, 'before' | 'now'>) {
  const of = (some: MaglevParameters['now'], others: MaglevParameters['now']) =>
    some
      .filter(({ index }) => !others.some((other) => other.index === index))
      .map(({ index }) => letters[index] ?? '');
  return { gone: of(before, now), came: of(now, before) };
}

function slotsThatMove({ parameters, changes }: MaglevAnswer): Question | null {
  const { gone, came } = comings(parameters);
  // Between changed weights what moved needlessly cannot be told.
  if (gone.length + came.length === 0 || changes.areReweighed) return null;
  const { needless } = changes;
  const needlessPercent = (needless / parameters.size) * 100;
  const theirs = gone.length === 0 ? 'those the new one takes' : 'those of the one that went';
  const own = gone.length + came.length === 1 ? theirs : 'those of backends that come or go';
  const what = [
    ...(gone.length > 0 ? [`${gone.join(', ')} ${gone.length === 1 ? 'goes' : 'go'}`] : []),
    ...(came.length > 0 ? [`${came.join(', ')} ${came.length === 1 ? 'comes' : 'come'}`] : []),
  ].join(', ');
  return {
    id: 'moved',
    question: `${what}. Which slots of the table get another backend?`,
    options: [
      { id: 'own', words: `only ${own}`, address: null },
      { id: 'few', words: `${own}, and a few others`, address: null },
      { id: 'most', words: 'nearly all slots', address: null },
    ],
    rightId: needless === 0 ? 'own' : needlessPercent < 25 ? 'few' : 'most',
    fact:
      needless === 0
        ? 'No slot moved needlessly'
        : `${needless} ${needless === 1 ? 'slot' : 'slots'} moved though their backends stayed, ${percentText(needlessPercent)}`,
    why:
      needless === 0
        ? 'Each backend asks for slots in an order of its own. Here every backend that stays still gets each slot it had.'
        : 'Each backend asks for slots in an order of its own. When one comes or goes, turns shift, and somebody gets a slot first that another had. A larger table makes that rarer.',
  };
}

function nodeTwoSends({ parameters, rehashedPercent }: MaglevAnswer): Question {
  const { otherSeed, seed } = parameters;
  const isSame = otherSeed === null || otherSeed === seed;
  const stays = 100 - rehashedPercent;
  return {
    id: 'rehash',
    question: `The router now sends packets of open connections to node 2, which never saw them and has ${isSame ? 'the same seed' : 'another seed'}. Where does node 2 send them?`,
    options: [
      { id: 'same', words: 'most of them to the backend they had', address: null },
      { id: 'other', words: 'most of them to another backend', address: null },
      { id: 'drop', words: 'nowhere: it drops what it does not know', address: null },
    ],
    rightId: stays >= 50 ? 'same' : 'other',
    fact: `${percentText(stays)} of them meet the backend they had`,
    why: isSame
      ? 'Node 2 knows nothing of them, so it asks its table. The same seed and the same backends make the same table, and a flow has the same hash on every node.'
      : 'The seed is in the hash of backends and in that of flows. With another one the table is another, and a flow looks into another slot of it.',
  };
}
