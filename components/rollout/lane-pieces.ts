import type { RolloutNode, RolloutView } from '@/lib/snapshot/rollout-view';
import { goesBack, nodeLook, type NodeLook } from './rollout-look';

/** One stretch of a node's lane, in milliseconds since 1970. */
export type LanePiece = { look: NodeLook; fromMs: number; toMs: number };

/**
 * When a rollout that goes back turned round: the end of the step that failed. null where none failed, as where a
 * person asked for it.
 */
export function turnedMs(view: Pick<RolloutView, 'phase' | 'steps'>): number | null {
  const failed = view.steps.find(({ outcome }) => outcome === 'failed');
  if (failed === undefined) return null;
  return Date.parse(failed.endedTimestamp ?? failed.startedTimestamp);
}

/**
 * What a node went through, from the journal: each step on it, what lay between, and its state since the last change.
 * `untilMs` is now, or the end of the rollout.
 */
export function lanePieces(view: RolloutView, node: RolloutNode, untilMs: number): LanePiece[] {
  const startMs = Date.parse(view.startedTimestamp);
  const turn = goesBack(view) ? turnedMs(view) : null;
  const steps = view.steps.filter((step) => step.node === node.node);
  const pieces: LanePiece[] = [];
  let atMs = startMs;
  let between: NodeLook = nodeLook(view, node) === 'untouched' ? 'untouched' : 'waiting';
  const until = (toMs: number, look: NodeLook) => {
    const before = pieces.at(-1);
    if (toMs > atMs && before?.look === look) before.toMs = toMs;
    else if (toMs > atMs) pieces.push({ look, fromMs: atMs, toMs });
    atMs = Math.max(atMs, toMs);
  };
  for (const step of steps) {
    const beganMs = Date.parse(step.startedTimestamp);
    const endedMs = step.endedTimestamp === null ? untilMs : Date.parse(step.endedTimestamp);
    const isBack = turn !== null && beganMs >= turn;
    until(beganMs, between);
    until(endedMs, step.outcome === 'failed' ? 'failed' : isBack ? 'going-back' : 'restarting');
    between = step.outcome === 'failed' ? 'failed' : isBack ? 'ready-old' : 'verified';
  }
  if (steps.length === 0 && node.state === 'waiting') {
    until(untilMs, between);
    return pieces;
  }
  const sinceMs = Date.parse(node.sinceTimestamp);
  const last = nodeLook(view, node);
  // A step that is being done is the state, whatever its name.
  if (atMs < untilMs) {
    if (sinceMs > atMs) until(Math.min(sinceMs, untilMs), between === 'verified' ? 'ready' : between);
    until(untilMs, last === 'goes-back' ? 'verified' : last);
  }
  return pieces;
}
