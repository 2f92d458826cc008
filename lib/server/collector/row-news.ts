import type { FrontendKey } from '@/lib/cilium/frontend';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import { isSameFrontend } from '@/lib/snapshot/merge/same-frontend';

export type RowDelta = { changed: FrontendView[]; removed: FrontendKey[] };

/**
 * What readers are still to be told of rows. What a row says is told at once: a backend that came or went, a state, a
 * problem. That one more of a hundred agents says the same is told at most once in `progressEachMs`.
 */
export class RowNews {
  private readonly told = new Map<FrontendKey, FrontendView>();
  /** Rows of which only progress is to be told, and since when. */
  private readonly held = new Map<FrontendKey, { view: FrontendView; sinceMs: number }>();
  private readonly progressEachMs: number;

  constructor(progressEachMs: number) {
    this.progressEachMs = progressEachMs;
  }

  /** Takes rows as they came out now, and gives what is to be told by now. */
  take({ changed, removed }: RowDelta, nowMs: number): RowDelta {
    const news: FrontendView[] = [];
    for (const view of changed) {
      const told = this.told.get(view.key);
      if (told !== undefined && isProgress(told, view)) {
        const sinceMs = this.held.get(view.key)?.sinceMs ?? nowMs;
        this.held.set(view.key, { view, sinceMs });
      } else news.push(view);
    }
    for (const view of news) this.held.delete(view.key);
    for (const key of removed) {
      this.held.delete(key);
      this.told.delete(key);
    }
    for (const { view, sinceMs } of [...this.held.values()]) {
      if (nowMs - sinceMs < this.progressEachMs) continue;
      this.held.delete(view.key);
      news.push(view);
    }
    for (const view of news) this.told.set(view.key, view);
    return { changed: news, removed };
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
