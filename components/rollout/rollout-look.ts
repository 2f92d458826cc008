import type { RolloutMove, RolloutNode, RolloutPhase, RolloutView } from '@/lib/snapshot/rollout-view';

/** What a node looks like on the page: its state, told apart by which way the rollout goes. */
export type NodeLook =
  | 'waiting'
  | 'restarting'
  | 'ready'
  | 'verified'
  | 'failed'
  | 'going-back'
  | 'ready-old'
  | 'goes-back'
  | 'reverted'
  | 'untouched';

/** A word for each look. */
export const lookWords: Record<NodeLook, string> = {
  waiting: 'waiting',
  restarting: 'restarting',
  ready: 'ready',
  verified: 'verified',
  failed: 'failed',
  'going-back': 'going back',
  'ready-old': 'ready again',
  'goes-back': 'new values, goes back',
  reverted: 'back on old values',
  untouched: 'untouched',
};

const backPhases: readonly RolloutPhase[] = ['rolling-back', 'rolled-back'];

/** Whether the old values are what is being brought about. */
export function goesBack({ phase }: Pick<RolloutView, 'phase'>): boolean {
  return backPhases.includes(phase);
}

/** Whether an agent was restarted with the new values, or failed with them, by what was seen of its node. */
export function wasTouched(history: readonly RolloutMove[]): boolean {
  return history.some(({ state, back }) => !back && state !== 'waiting' && state !== 'reverted');
}

/** What a node looks like now. A waiting one is `untouched` where nothing was done on it and nothing more will be. */
export function nodeLook(view: Pick<RolloutView, 'phase' | 'steps'>, node: RolloutNode): NodeLook {
  const isBack = goesBack(view);
  switch (node.state) {
    case 'waiting': {
      const isTouched = wasTouched(node.history) || view.steps.some((step) => step.node === node.node);
      const goesOn = ['writing', 'restarting', 'verifying'].includes(view.phase);
      if (goesOn) return 'waiting';
      return isTouched && view.phase === 'rolling-back' ? 'goes-back' : 'untouched';
    }
    case 'restarting':
      return isBack ? 'going-back' : 'restarting';
    case 'ready':
      return isBack ? 'ready-old' : 'ready';
    case 'verified':
      return view.phase === 'rolling-back' ? 'goes-back' : 'verified';
    case 'reverted':
      // One that was never restarted has the old values because it has nothing else.
      return node.history.length === 0 || wasTouched(node.history) ? 'reverted' : 'untouched';
    default:
      return node.state;
  }
}

/** How many nodes are where the rollout is taking them. */
export function progressOf(view: Pick<RolloutView, 'phase' | 'steps' | 'nodes'>): {
  there: number;
  total: number;
  words: string;
} {
  const looks = view.nodes.map((node) => nodeLook(view, node));
  const isBack = goesBack(view);
  const there = looks.filter((look) =>
    isBack ? look === 'reverted' || look === 'untouched' : look === 'verified',
  ).length;
  return { there, total: looks.length, words: isBack ? 'on the old values' : 'on the new values' };
}
