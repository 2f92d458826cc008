import type { KindTypes, ObjectReader } from '../../agent-contract';

/** The objects an agent's tables are made of, at one moment. */
export type ClusterMoment = {
  atMs: number;
  services: readonly KindTypes['Service'][];
  endpointSlices: readonly KindTypes['EndpointSlice'][];
  pods: readonly KindTypes['Pod'][];
  nodes: readonly KindTypes['Node'][];
};

const pollMs = 50;
/** Longer than the slowest agent takes to follow a change. */
const keepMs = 2_000;

/**
 * The recent past of the cluster, shared by all agents that watch it: each agent follows a change a little later
 * than the API server knows of it, and none at the same time as another.
 */
export class ClusterFeed {
  readonly #objects: ObjectReader;
  readonly #moments: ClusterMoment[] = [];
  #revisions = '';
  #watchers = 0;
  #timer: NodeJS.Timeout | null = null;

  constructor(objects: ObjectReader) {
    this.#objects = objects;
  }

  /** Starts watching; `nowMs` is the cluster's clock. */
  attach(nowMs: () => number): void {
    this.#watchers++;
    if (this.#timer !== null) return;
    this.#timer = setInterval(() => this.observe(nowMs()), pollMs);
    this.#timer.unref();
  }

  detach(): void {
    this.#watchers--;
    if (this.#watchers > 0 || this.#timer === null) return;
    clearInterval(this.#timer);
    this.#timer = null;
  }

  /** Looks at the cluster now, and keeps what it sees if anything changed. */
  observe(nowMs: number): void {
    const objects = this.#objects;
    const kinds = ['Service', 'EndpointSlice', 'Pod', 'Node'] as const;
    const revisions = kinds.map((kind) => objects.revision(kind)).join(' ');
    if (revisions !== this.#revisions) {
      this.#revisions = revisions;
      this.#moments.push({
        atMs: nowMs,
        services: objects.list('Service'),
        endpointSlices: objects.list('EndpointSlice'),
        pods: objects.list('Pod'),
        nodes: objects.list('Node'),
      });
    }
    while ((this.#moments[1]?.atMs ?? Infinity) < nowMs - keepMs) this.#moments.shift();
  }

  /** What could be seen at `timeMs`, or the oldest moment kept. */
  at(timeMs: number): ClusterMoment {
    const found = this.#moments.findLast(({ atMs }) => atMs <= timeMs) ?? this.#moments[0];
    return found ?? { atMs: timeMs, services: [], endpointSlices: [], pods: [], nodes: [] };
  }
}

const feeds = new WeakMap<ObjectReader, ClusterFeed>();

/** The one feed of a cluster. */
export function clusterFeed(objects: ObjectReader): ClusterFeed {
  const known = feeds.get(objects);
  if (known !== undefined) return known;
  const feed = new ClusterFeed(objects);
  feeds.set(objects, feed);
  return feed;
}
