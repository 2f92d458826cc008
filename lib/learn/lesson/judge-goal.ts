import type { Facts } from '../simulator/facts';
import type { SimulatorId } from '../simulator/simulator-id';
import { judgeAnswer } from './judge-answer';
import { judgeAgreement, judgeRollout, judgeServices, judgeSetting } from './judge-cluster';
import { judgeFacts } from './judge-facts';
import type { Judge } from './judge-schema';
import type { LiveCluster } from './live-cluster';
import { met, open, shortened, unknown, type Verdict } from './verdict';

/** All that a goal is judged on. */
export type JudgedState = {
  /** null while it is not known. */
  cluster: LiveCluster | null;
  /** The facts of a simulator as it stands in the URL, or under a link. */
  facts: (simulator: SimulatorId, link?: Readonly<Record<string, string>>) => Facts;
  /** What was answered; empty where nothing was. */
  answer: string;
  /** When the newest rollout began that was there before the task, by the clock of the server; undefined: not known. */
  newestBefore: string | null | undefined;
};

/** True for a goal that is judged on the cluster alone, with no answer: it goes on while its reader is elsewhere. */
export function isOfCluster({ on }: Judge): boolean {
  return on === 'setting' || on === 'rollout' || on === 'services' || on === 'agreement';
}

/** Judges a goal by how things are now, not by how they came to be so. */
export function judgeGoal(judge: Judge, { cluster, facts, answer, newestBefore }: JudgedState): Verdict {
  switch (judge.on) {
    case 'simulator': {
      const verdict = judgeFacts(judge.all, facts(judge.simulator));
      return verdict.is === 'met' && judge.met !== undefined ? met(judge.met) : verdict;
    }
    case 'fact-answer': {
      const value = facts(judge.simulator, judge.link)[judge.fact];
      if (value === undefined) return unknown(`This simulator says nothing of ${judge.fact}.`);
      return judgeFactAnswer(String(value), answer);
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
      return judgeRollout(cluster, judge, newestBefore);
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
