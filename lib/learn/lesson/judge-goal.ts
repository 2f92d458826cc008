import type { Facts } from '../simulator/facts';
import { judgeAnswer } from './judge-answer';
import { judgeAgreement, judgeRollout, judgeServices, judgeSetting } from './judge-cluster';
import { judgeFacts } from './judge-facts';
import type { Judge } from './judge-schema';
import type { LiveCluster } from './live-cluster';
import { met, open, shortened, unknown, type Verdict } from './verdict';
import type { SimulatorId } from './view-schema';

/** All that a goal is judged on. */
export type JudgedState = {
  /** null while it is not known. */
  cluster: LiveCluster | null;
  /** The facts of a simulator as it stands in the URL, or under a link; null where it is not there. */
  facts: (simulator: SimulatorId, link?: Readonly<Record<string, string>>) => Facts | null;
  /** What was answered; empty where nothing was. */
  answer: string;
  /** When the lesson was begun. */
  sinceTimestamp: string | null;
};

const notThere = 'This version has no such simulator.';

/** Judges a goal by how things are now, not by how they came to be so. */
export function judgeGoal(judge: Judge, { cluster, facts, answer, sinceTimestamp }: JudgedState): Verdict {
  switch (judge.on) {
    case 'simulator': {
      const now = facts(judge.simulator);
      return now === null ? unknown(notThere) : judgeFacts(judge.all, now);
    }
    case 'fact-answer': {
      const value = facts(judge.simulator, judge.link)?.[judge.fact];
      return value === undefined ? unknown(notThere) : judgeFactAnswer(String(value), answer);
    }
    case 'choice': {
      const chosen = judge.options.find(({ id }) => id === answer);
      if (chosen === undefined) return open('Nothing is answered yet.');
      return chosen.id === judge.right ? met(chosen.why) : open(chosen.why);
    }
  }
  if (cluster === null) return unknown('The cluster has not answered yet.');
  switch (judge.on) {
    case 'answer':
      return judgeAnswer(cluster, judge.question, answer);
    case 'setting':
      return judgeSetting(cluster, judge);
    case 'rollout':
      return judgeRollout(cluster, judge, sinceTimestamp);
    case 'services':
      return judgeServices(cluster, judge.all);
    case 'agreement':
      return judgeAgreement(cluster, judge.settings);
  }
}

function judgeFactAnswer(right: string, answer: string): Verdict {
  const bare = (text: string) =>
    text
      .trim()
      .replace(/\/(?:TCP|UDP)$/i, '')
      .toLowerCase();
  if (answer.trim() === '') return open('Nothing is answered yet.');
  if (bare(answer) === bare(right)) return met(`It is ${right}.`);
  return open(`Not ${shortened(answer.trim())}: step through the simulator and read what it says.`);
}
