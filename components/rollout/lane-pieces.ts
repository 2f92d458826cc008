import type { RolloutMove, RolloutNode, RolloutView } from '@/lib/snapshot/rollout-view';
import { nodeLook, wasTouched, type NodeLook } from './rollout-look';

/** One stretch of a node's lane, in milliseconds since 1970. */
export type LanePiece = { look: NodeLook; fromMs: number; toMs: number };

/** When a rollout was stopped by an agent that failed, in milliseconds since 1970; null where none failed. */
export function stoppedMs({ nodes }: Pick<RolloutView, 'nodes'>): number | null {
  const failed = nodes.flatMap(({ history }) =>
    history.flatMap(({ state, sinceTimestamp }) => (state === 'failed' ? [Date.parse(sinceTimestamp)] : [])),
  );
  return failed.length === 0 ? null : Math.min(...failed);
}

function lookOf({ state, back }: RolloutMove, before: readonly RolloutMove[]): NodeLook {
  switch (state) {
    case 'waiting':
      if (!back) return 'waiting';
      return wasTouched(before) ? 'verified' : 'untouched';
    case 'restarting':
      return back ? 'going-back' : 'restarting';
    case 'ready':
      if (!back) return 'ready';
      return wasTouched(before) ? 'ready-old' : 'untouched';
    case 'reverted':
      return wasTouched(before) ? 'reverted' : 'untouched';
    default:
      return state;
  }
}

/**
 * What a node went through, without gaps from the start to `untilMs`, which is now or the end of the rollout: the
 * states that were seen, and the present one where nothing was seen of the way to it.
 */
export function lanePieces(view: RolloutView, node: RolloutNode, untilMs: number): LanePiece[] {
  const present = { state: node.state, sinceTimestamp: node.sinceTimestamp, back: false };
  const seen = node.history.length > 0;
  const moves = seen ? node.history : [present];
  const pieces: LanePiece[] = [];
  let atMs = Date.parse(view.startedTimestamp);
  let look: NodeLook = 'waiting';
  const until = (ms: number) => {
    const toMs = Math.min(ms, untilMs);
    if (toMs <= atMs) return;
    const last = pieces.at(-1);
    if (last?.look === look) last.toMs = toMs;
    else pieces.push({ look, fromMs: atMs, toMs });
    atMs = toMs;
  };
  moves.forEach((move, index) => {
    until(Date.parse(move.sinceTimestamp));
    look = seen ? lookOf(move, moves.slice(0, index)) : nodeLook(view, node);
  });
  // Where nothing more will be done, a node that waits is left as it is.
  if (look === 'waiting' && nodeLook(view, node) === 'untouched') {
    until(stoppedMs(view) ?? atMs);
    look = 'untouched';
  }
  until(untilMs);
  // What it came into at the very end has no length yet, and is shown all the same.
  const cameMs = Date.parse(moves.at(-1)?.sinceTimestamp ?? '');
  if (cameMs <= untilMs && pieces.length > 0 && pieces.at(-1)?.look !== look)
    pieces.push({ look, fromMs: untilMs, toMs: untilMs });
  return pieces;
}
