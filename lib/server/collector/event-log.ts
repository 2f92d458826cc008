import type { LiveEvent } from '@/lib/snapshot/live-event';

type Listener = (event: LiveEvent) => void;
/** An event without its revision, of each kind on its own. */
type WithoutRevision<Event> = Event extends LiveEvent ? Omit<Event, 'revision'> : never;
export type NewEvent = WithoutRevision<LiveEvent>;

const keptMax = 1_000;
/** Rows and backends of deltas kept in all: past it, a reader that was away is better served by a snapshot. */
const keptWeightMax = 50_000;

function weightOf(event: NewEvent): number {
  if (event.event !== 'delta') return 1;
  const { added, patched, removed } = event;
  return [...added, ...patched].reduce((sum, { backends = [] }) => sum + 1 + backends.length, removed.length);
}

/** Numbers events and keeps the last ones, so that a reader who was away can go on where it stopped. */
export class EventLog {
  private readonly listeners = new Set<Listener>();
  private kept: { event: LiveEvent; weight: number }[] = [];
  private keptWeight = 0;
  private latest: number;

  /** `firstRevision` should be larger than any of an earlier process: milliseconds since 1970 will do. */
  constructor(firstRevision: number) {
    this.latest = firstRevision;
  }

  get revision(): number {
    return this.latest;
  }

  append(event: NewEvent): void {
    this.latest += 1;
    // The kind and its fields are those of the event given; only the number is new.
    const numbered = { ...event, revision: this.latest } as LiveEvent;
    const weight = weightOf(event);
    this.kept.push({ event: numbered, weight });
    this.keptWeight += weight;
    let drop = 0;
    while (
      this.kept.length - drop > keptMax ||
      (this.keptWeight > keptWeightMax && drop < this.kept.length)
    ) {
      this.keptWeight -= this.kept[drop]?.weight ?? 0;
      drop += 1;
    }
    if (drop > 0) this.kept = this.kept.slice(drop);
    for (const listener of [...this.listeners]) listener(numbered);
  }

  /** The events after a revision; null where they are not all kept, or the revision is none of ours. */
  after(revision: number | null): LiveEvent[] | null {
    if (revision === null || revision > this.latest) return null;
    const first = this.kept[0]?.event.revision ?? this.latest + 1;
    if (revision < first - 1) return null;
    return this.kept.filter(({ event }) => event.revision > revision).map(({ event }) => event);
  }

  listen(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  get hasListeners(): boolean {
    return this.listeners.size > 0;
  }
}
