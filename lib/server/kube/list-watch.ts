import { toApiStatusError, ApiStatusError, ForbiddenError } from './api-status-error';
import { AbortedError } from './connection-error';
import { BackOff } from './back-off';
import type { KubeConnection } from './kube-connection';
import { KubeError } from './kube-error';
import { listPages } from './list-pages';
import { objectKey, objectMetaSchema } from './object-meta';
import { wait } from './wait';
import { watchStream } from './watch-stream';

export type ListWatchOptions<T> = {
  /** `/api/v1/pods`, or `/api/v1/namespaces/kube-system/pods`. */
  path: string;
  /** Plural of the kind as in RBAC: `pods`. */
  resource: string;
  labelSelector?: string;
  fieldSelector?: string;
  /** Gives our plain type, or null for an object we do not keep. Pure. */
  reshape: (object: unknown) => T | null;
  /** Called for every object that came, changed (`current` new) or went (`current` null). */
  onChange: (key: string, current: T | null, previous: T | null) => void;
  /** Called when a list or watch begins to fail (again with each new reason), and with null when it works again. */
  onProblem: (problem: KubeError | null) => void;
  /** Called after each complete list. */
  onListed?: () => void;
};

/** How long a forbidden kind is left alone: permissions change rarely, and each try is an audit line. */
const forbiddenRetryMs = 30_000;
const watchSecondsMin = 300;
const healthyAfterMs = 10_000;

/**
 * Keeps a copy of every object of a kind, by list and watch, until `signal` aborts.
 * Survives 410 (lists again), cut and silent connections and time-outs (resumes from the last resourceVersion or
 * bookmark), 401 (new credential, then back-off), 429 (waits what the server asked) and 5xx (jittered back-off).
 * client-node 2.0.1's ListWatch gives up on the first failed list or non-410 error, asks for no bookmarks and pages
 * nothing (dist/cache.js), hence our own.
 */
export class ListWatch<T> {
  readonly items = new Map<string, T>();
  private resourceVersion: string | null = null;
  private problem: KubeError | null = null;
  private failures = 0;
  private readonly backOff = new BackOff({ firstMs: 500, maxMs: 30_000 });
  private readonly connection: KubeConnection;
  private readonly options: ListWatchOptions<T>;

  constructor(connection: KubeConnection, options: ListWatchOptions<T>) {
    this.connection = connection;
    this.options = options;
  }

  /** Runs until the signal aborts; never rejects. */
  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      try {
        if (this.resourceVersion === null) await this.list(signal);
        await this.watch(signal);
      } catch (error) {
        if (signal.aborted || error instanceof AbortedError) return;
        await wait(this.failed(error), signal);
      }
    }
  }

  private async list(signal: AbortSignal): Promise<void> {
    const { path, resource, labelSelector, fieldSelector, reshape } = this.options;
    let fresh = new Map<string, T>();
    const resourceVersion = await listPages(
      this.connection,
      { path, what: `list ${resource}`, labelSelector, fieldSelector, signal },
      (objects) => {
        for (const object of objects) {
          const { metadata } = objectMetaSchema.parse(object);
          const shaped = reshape(object);
          if (shaped !== null) fresh.set(objectKey(metadata.namespace, metadata.name), shaped);
        }
      },
      () => {
        fresh = new Map();
      },
    );
    for (const [key, shaped] of fresh) this.set(key, shaped);
    for (const key of [...this.items.keys()]) if (!fresh.has(key)) this.set(key, null);
    this.resourceVersion = resourceVersion;
    this.backOff.reset();
    this.works();
    this.options.onListed?.();
  }

  private async watch(signal: AbortSignal): Promise<void> {
    const { path, resource, labelSelector, fieldSelector, reshape } = this.options;
    const query = new URLSearchParams({
      watch: 'true',
      allowWatchBookmarks: 'true',
      resourceVersion: this.resourceVersion ?? '',
      timeoutSeconds: String(Math.round(watchSecondsMin * (1 + Math.random()))),
    });
    if (labelSelector) query.set('labelSelector', labelSelector);
    if (fieldSelector) query.set('fieldSelector', fieldSelector);
    const what = `watch ${resource}`;
    let events = 0;
    const stream = watchStream(this.connection, { path, what, query, signal }, () => this.works());
    // A watch that held for a while was healthy, however it ended.
    const healthy = setTimeout(() => this.backOff.reset(), healthyAfterMs);
    try {
      for await (const event of stream) {
        if (event.type === 'ERROR') {
          throw toApiStatusError(what, event.status.code ?? 500, JSON.stringify(event.status), undefined);
        }
        const { metadata } = objectMetaSchema.parse(event.object);
        if (event.type !== 'BOOKMARK') {
          const shaped = event.type === 'DELETED' ? null : reshape(event.object);
          this.set(objectKey(metadata.namespace, metadata.name), shaped);
        }
        this.resourceVersion = metadata.resourceVersion ?? this.resourceVersion;
        events += 1;
        this.backOff.reset();
      }
    } finally {
      clearTimeout(healthy);
    }
    // A server that ends watches at once must not be asked in a tight loop.
    if (events === 0) await wait(this.backOff.next(), signal);
  }

  private set(key: string, current: T | null): void {
    const previous = this.items.get(key) ?? null;
    if (current === null && previous === null) return;
    if (current === null) this.items.delete(key);
    else this.items.set(key, current);
    this.options.onChange(key, current, previous);
  }

  private works(): void {
    this.failures = 0;
    if (this.problem === null) return;
    this.problem = null;
    this.options.onProblem(null);
  }

  /** Takes note of a failure and gives the milliseconds to wait before the next try. */
  private failed(error: unknown): number {
    if (error instanceof ApiStatusError && error.httpStatus === 410) {
      this.resourceVersion = null;
      return this.backOff.next() / 10;
    }
    const known = error instanceof KubeError ? error : unreadable(this.options.resource, error);
    this.failures += 1;
    // One cut is everyday life (a server restarts, a load balancer forgets) and mended before anybody reads of it.
    const isNews = this.failures > 1 || known.code !== 'connection-lost';
    if (isNews && known.message !== this.problem?.message) {
      this.problem = known;
      this.options.onProblem(known);
    }
    if (known instanceof ForbiddenError) {
      // Where only the watch is forbidden, listing again keeps the copy fresh enough.
      this.resourceVersion = null;
      return forbiddenRetryMs;
    }
    return this.backOff.next(known instanceof ApiStatusError ? known.retryAfterMs : null);
  }
}

function unreadable(resource: string, cause: unknown): KubeError {
  return new KubeError('unreadable', {
    title: 'Unreadable answer',
    detail: `The API server's ${resource} are not in the form expected.`,
    hint: 'It is tried again by itself.',
    cause,
  });
}
