import { formatClock, formatPlural } from '@/lib/format';
import type { RolloutAction, RolloutPhase, RolloutView } from '@/lib/snapshot/rollout-view';
import { nodeLook, type NodeLook } from './rollout-look';

export type RolloutTone = 'bad' | 'ok' | 'accent' | 'warn';

type Verdict = { tone: RolloutTone; title: string; detail: string };

/** A phase in two or three words, for a list. */
export const phaseWords: Record<RolloutPhase, string> = {
  writing: 'writing',
  restarting: 'restarting agents',
  verifying: 'reading back',
  done: 'done',
  'rolling-back': 'going back',
  'rolled-back': 'rolled back',
  aborted: 'aborted',
  failed: 'stands still',
};

/** The colour of a phase; the words beside it say the same. */
export const phaseTones: Record<RolloutPhase, RolloutTone> = {
  writing: 'accent',
  restarting: 'accent',
  verifying: 'accent',
  done: 'ok',
  'rolling-back': 'bad',
  'rolled-back': 'warn',
  aborted: 'warn',
  failed: 'bad',
};

const countWords: [NodeLook, string, string][] = [
  ['failed', 'has failed', 'have failed'],
  ['verified', 'reports the new values', 'report the new values'],
  ['goes-back', 'goes back', 'go back'],
  ['reverted', 'is back on the old values', 'are back on the old values'],
  ['ready', 'is ready and to be read back', 'are ready and to be read back'],
  ['ready-old', 'is ready and to be read back', 'are ready and to be read back'],
  ['restarting', 'restarts', 'restart'],
  ['going-back', 'restarts with the old values', 'restart with the old values'],
  ['waiting', 'waits', 'wait'],
  ['untouched', 'was not touched', 'were not touched'],
];

/** Where the nodes are, as one sentence: `2 nodes report the new values, 1 restarts, 3 wait.` */
export function nodesSentence(view: Pick<RolloutView, 'phase' | 'steps' | 'nodes'>): string {
  const looks = view.nodes.map((node) => nodeLook(view, node));
  const parts = countWords.flatMap(([look, one, many]) => {
    const count = looks.filter((each) => each === look).length;
    return count === 0 ? [] : [{ count, words: count === 1 ? one : many }];
  });
  if (parts.length === 0) return 'No node is concerned.';
  const said = parts.map(({ count, words }, index) =>
    index === 0 ? `${formatPlural(count, 'node')} ${words}` : `${count} ${words}`,
  );
  return `${said.join(', ')}.`;
}

/** Keys of which no agent that was verified prints anything: what it runs with cannot be read back. */
function unreadKeys({ changes, nodes }: RolloutView): string[] {
  const verified = nodes.filter(({ state }) => state === 'verified');
  if (verified.length === 0) return [];
  return changes.flatMap(({ key }) =>
    verified.some(({ realised }) => realised.some((one) => one.key === key && one.value !== null))
      ? []
      : [key],
  );
}

function titleOf(view: RolloutView): string {
  const whose = view.chosenNodes === null ? 'every agent' : 'each chosen agent';
  const isRead = unreadKeys(view).length < view.changes.length;
  const unasked = view.problem === null;
  switch (view.phase) {
    case 'writing':
      return 'Writing the new values';
    case 'restarting':
      return 'Agents restart with the new values';
    case 'verifying':
      return 'Reading back what the agents report';
    case 'done':
      return isRead
        ? `Done: ${whose} reports the new values`
        : `Done: ${whose} has started again with the new values`;
    case 'rolling-back':
      return unasked ? 'Going back to the old values, as asked' : 'Going back by itself to the old values';
    case 'rolled-back':
      return unasked ? 'Rolled back, as asked' : 'Stopped and rolled back: the old values hold again';
    case 'aborted':
      return 'Aborted: everything was left as it stood';
    case 'failed':
      return 'It can go neither on nor back by itself: a person is needed';
  }
}

/** What is to be said of a rollout first. */
export function rolloutVerdict(view: RolloutView): Verdict {
  const unread = view.phase === 'done' ? unreadKeys(view) : [];
  const beside =
    unread.length === 0
      ? ''
      : ` This version prints nothing of ${unread.join(' and ')}, so it could not be read back.`;
  const detail =
    unread.length > 0 && unread.length === view.changes.length
      ? `${formatPlural(view.nodes.length, 'node')} started again and ${view.nodes.length === 1 ? 'is' : 'are'} ready.${beside}`
      : `${nodesSentence(view)}${beside}`;
  if (view.paused && view.endedTimestamp === null)
    return { tone: 'warn', title: 'Paused: no further agent is restarted until it is resumed', detail };
  return { tone: phaseTones[view.phase], title: titleOf(view), detail };
}

export type ActionWords = { button: string; title: string; what: string; confirm: string; grave: boolean };

/** What an action is called now, and what it will do. */
export function actionWords(view: RolloutView, action: RolloutAction): ActionWords {
  const isBack = view.phase === 'rolling-back';
  const where = view.chosenNodes === null ? 'ConfigMap' : 'CiliumNodeConfig of the chosen nodes';
  switch (action) {
    case 'pause':
      return {
        button: 'Pause',
        title: 'Pause this rollout?',
        what: 'Agents that are restarting now finish. No further agent is restarted until somebody resumes it; until then nodes run with different values. The lock stays held.',
        confirm: 'Pause',
        grave: false,
      };
    case 'resume':
      return {
        button: 'Resume',
        title: 'Resume this rollout?',
        what: `It goes on where it stopped: the next agents restart with the ${isBack ? 'old' : 'new'} values.`,
        confirm: 'Resume',
        grave: false,
      };
    case 'abort':
      return {
        button: 'Abort, leave as is',
        title: 'Abort and leave everything as it is?',
        what: `Nothing more is written or restarted, and nothing is put back: the ${where} keeps what it says now. An agent that restarts later, for whatever reason, starts with that.`,
        confirm: 'Abort',
        grave: true,
      };
    case 'rollback':
      return {
        button: 'Roll back',
        title: 'Go back to the old values?',
        what: `The ${where} ${view.chosenNodes === null ? `gets back the values from before ${formatClock(view.startedTimestamp)}` : 'is deleted, so that the values from before hold again'}; agents that started with the new ones restart, stuck pods are deleted, and each agent is read back.`,
        confirm: 'Roll back',
        grave: true,
      };
  }
}
