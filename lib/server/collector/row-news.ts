import type { FrontendKey } from '@/lib/cilium/frontend';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { isSameFrontend } from '@/lib/snapshot/merge/same-frontend';
import { makeFrontendPatch } from '@/lib/snapshot/patch/make-frontend-patch';
import type { RowDelta } from '@/lib/snapshot/patch/pack-delta';

type Refreshed = { changed: readonly FrontendView[]; removed: FrontendKey[] };

/** A row of which only progress is to be told: since when, and as it was from then on, the latest at the end. */
type Held = { sinceMs: number; views: [FrontendView, ...FrontendView[]] };

/**
 * What readers are still to be told of rows. What a row says is told at once: a backend that came or went, a state, a
 * problem. That one more of a hundred agents says the same is told at most once in `progressEachMs`.
 */
export class RowNews {
  private readonly told = new Map<FrontendKey, FrontendView>();
  private readonly held = new Map<FrontendKey, Held>();
  private readonly progressEachMs: number;

  constructor(progressEachMs: number) {
    this.progressEachMs = progressEachMs;
  }

  /** Takes rows as they came out now, and gives what is to be told by now. */
  take({ changed, removed }: Refreshed, nowMs: number): RowDelta {
    const delta: RowDelta = { added: [], patched: [], removed };
    for (const key of removed) {
      this.held.delete(key);
      this.told.delete(key);
    }
    for (const view of changed) {
      const told = this.told.get(view.key);
      if (told === undefined) {
        this.told.set(view.key, view);
        delta.added.push(view);
      } else if (isProgress(told, view)) this.hold(view, nowMs);
      else delta.patched.push(this.patch(told, view));
    }
    for (const [key, { sinceMs, views }] of [...this.held]) {
      const told = this.told.get(key);
      const latest = views.at(-1);
      if (told === undefined || latest === undefined || nowMs - sinceMs < this.progressEachMs) continue;
      delta.patched.push(this.patch(told, latest));
    }
    return delta;
  }

  private hold(view: FrontendView, nowMs: number): void {
    const held = this.held.get(view.key);
    if (held === undefined) this.held.set(view.key, { sinceMs: nowMs, views: [view] });
    else held.views.push(view);
  }

  private patch(told: FrontendView, now: FrontendView): RowDelta['patched'][number] {
    // Who asked for the rows meanwhile has one of those that were held.
    const between = this.held.get(now.key)?.views ?? [];
    this.held.delete(now.key);
    this.told.set(now.key, now);
    return makeFrontendPatch([told, ...between], now);
  }
}

/** True where only the nodes that say so, and the time of the last of them, are not the same. */
function isProgress(told: FrontendView, now: FrontendView): boolean {
  if (told.backends.length !== now.backends.length) return false;
  const backends = now.backends.map((backend, at) => ({
    ...backend,
    nodes: told.backends[at]?.nodes ?? backend.nodes,
  }));
  const { nodes, changedTimestamp } = told;
  return isSameFrontend(told, { ...now, nodes, changedTimestamp, backends });
}
