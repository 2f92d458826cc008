import { HelmClient } from '@/lib/server/helm/helm-client';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { toProblem } from '@/lib/server/kube/kube-error';
import { wait } from '@/lib/server/kube/wait';
import type { LiveEvent } from '@/lib/snapshot/live-event';
import type { PlanView } from '@/lib/snapshot/plan-view';
import type { ChangePermission, RolloutRequest, RolloutView } from '@/lib/snapshot/rollout-view';
import type { CollectorLogger } from '@/lib/server/collector/collector-options';
import type { AgentSource } from './agent-source';
import type { RolloutWrites } from './change-permission';
import { missingPermissions, whoAmI } from './change-permission';
import { DaemonSetRestart } from './daemon-set-restart';
import { chosenWay, helmStanding, owningRelease, toHelmWay } from './helm-way';
import { LeaseLock } from './lease-lock';
import { NodeBoard } from './node-board';
import { prepareRollout } from './prepare-rollout';
import type { Refusal } from './refused-rollout';
import { lockRefusal, offRefusal, permissionRefusal, planRefusal, unreadRefusal } from './refused-rollout';
import { noteAbsorbed } from './replaced-canaries';
import type { RolloutPatience } from './rollout-context';
import { usualPatience } from './rollout-context';
import type { JournalEntry, RolloutJournal } from './rollout-journal';
import type { RolloutRecord } from './rollout-record';
import { actionsOf, newRecord, rolloutsOf, takeEntry } from './rollout-record';
import { targetOf, writesOf } from './rollout-target';
import { RolloutWorker } from './rollout-worker';
import type { Asker, RolloutOutcome, Rollouts } from './rollouts';
import type { NewEntry } from './step-runner';
import { toAudit, toRolloutItem, toRolloutView } from './to-rollout-view';

export type RolloutsOptions = {
  connection: KubeConnection;
  source: AgentSource;
  journal: RolloutJournal;
  /** What the Lease names as its holder: the same for the same journal. */
  holder: string;
  /** False: nothing is begun here, and what is there can be read. */
  allowed: boolean;
  /** Told of each rollout that changed. */
  announce: (event: Extract<LiveEvent, { event: 'rollout' }>['rollout']) => void;
  logger: CollectorLogger;
  /** Absolute path of a helm command, for releases that own the ConfigMap; null where there is none. */
  helmPath?: string | null;
  patience?: Partial<RolloutPatience>;
  /** Begins also what the pre-flight refuses. For tests of what happens then. */
  unchecked?: boolean;
};

/** Makes the desk of changes from what its journal says. Rejects where that cannot be read. */
export async function createRollouts(options: RolloutsOptions): Promise<Rollouts> {
  const { connection, source, journal, holder, allowed, logger } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const records = rolloutsOf(await journal.read());
  noteAbsorbed(records.values());
  const patience = { ...usualPatience, ...options.patience };
  const helm = options.helmPath ? new HelmClient(options.helmPath, connection) : null;
  const locks = new Map<string, LeaseLock>();
  let active: RolloutWorker | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  let user: string | null = null;

  function announce(record: RolloutRecord): void {
    noteAbsorbed(records.values());
    options.announce(viewOf(record));
  }

  function viewOf(record: RolloutRecord): RolloutView {
    const nodes = active?.record === record ? active.nodes() : new NodeBoard(record, source).views();
    return toRolloutView(record, nodes);
  }

  async function who(): Promise<string> {
    user ??= await whoAmI(connection, signal);
    return user;
  }

  async function write(entry: NewEntry): Promise<JournalEntry> {
    // The kind and its fields are those of the entry given; only the time is new.
    const dated = { timestamp: new Date().toISOString(), ...entry } as JournalEntry;
    await journal.append(dated);
    return dated;
  }

  async function refuse(
    refusal: Refusal,
    what: string,
    about: { rolloutId: string | null; planId?: string },
    { fromAddress }: Asker,
  ): Promise<RolloutOutcome> {
    const { detail } = refusal;
    await write({ kind: 'refused', ...about, by: await who(), fromAddress, what, detail });
    return { refusal };
  }

  /** One thing at a time: what is asked twice at once is begun once. */
  function inTurn<Result>(task: () => Promise<Result>): Promise<Result> {
    const turn = queue.then(task);
    queue = turn.catch(() => {});
    return turn;
  }

  /** One for each namespace: what it saw of another holder's lease it must see again to know that it ran out. */
  function lockOf(namespace: string): LeaseLock {
    const lock = locks.get(namespace) ?? new LeaseLock(connection, namespace, holder);
    locks.set(namespace, lock);
    return lock;
  }

  /** Why nothing may be begun now; null where it may, and then the lock is ours. */
  async function standing(where: RolloutWrites): Promise<Refusal | null> {
    // One that has ended is about to give the lock back.
    if (active !== null && active.record.endedTimestamp !== null) await active.done;
    if (active !== null) return lockRefusal(`rollout ${active.record.id} of this dashboard`);
    const missing = await missingPermissions(connection, where, signal);
    if (missing.length > 0) return permissionRefusal(missing);
    const other = await lockOf(where.namespace).take(signal);
    return other === null ? null : lockRefusal(other);
  }

  async function wayOf(plan: PlanView): Promise<Awaited<ReturnType<typeof helmStanding>> | null> {
    const release = owningRelease(plan);
    return release === null ? null : helmStanding(connection, release, helm !== null, signal);
  }

  async function unread({ namespace, nodes, changes }: PlanView): Promise<Refusal | null> {
    if (nodes === null) return null;
    const { daemonSet } = targetOf(source, namespace);
    const { configContainer } = await new DaemonSetRestart(connection, namespace, daemonSet, signal).read();
    return unreadRefusal(
      configContainer,
      changes.map(({ key }) => key),
    );
  }

  function launch(record: RolloutRecord): void {
    const lock = lockOf(record.namespace);
    const worker = new RolloutWorker(record, {
      ...{ connection, source, journal, lock, helm, patience, logger, signal },
      announce,
    });
    active = worker;
    void worker.done.then(() => {
      if (active === worker) active = null;
      announce(record);
    });
  }

  const begin = (request: RolloutRequest, asker: Asker) =>
    inTurn(async (): Promise<RolloutOutcome> => {
      const what = 'rollout';
      const about = { rolloutId: null, planId: request.planId };
      if (!allowed) return refuse(offRefusal, what, about, asker);
      const plan = source.plan({ changes: request.changes, nodes: request.nodes ?? null });
      const planRefused = planRefusal(request, plan, options.unchecked ?? false);
      if (planRefused !== null) return refuse(planRefused, what, about, asker);
      const way = chosenWay(request, plan, await wayOf(plan));
      if ('refusal' in way) return refuse(way.refusal, what, about, asker);
      const refused = (await unread(plan)) ?? (await standing(writesOf(source, plan)));
      if (refused !== null) return refuse(refused, what, about, asker);
      const rollout = await prepareRollout(
        { connection, source, request, plan, signal },
        {
          by: await who(),
          fromAddress: asker.fromAddress,
          ...(way.helm !== null && { helm: way.helm }),
        },
      );
      const { timestamp } = await write({ kind: 'begun', rollout });
      const record = newRecord(rollout, timestamp);
      records.set(record.id, record);
      launch(record);
      announce(record);
      return { view: viewOf(record) };
    });

  const act: Rollouts['act'] = (id, action, asker) =>
    inTurn(async (): Promise<RolloutOutcome> => {
      const record = records.get(id);
      const about = { rolloutId: id };
      if (!allowed) return refuse(offRefusal, action, about, asker);
      if (record === undefined) {
        return {
          refusal: {
            code: 'not-found',
            detail: `There is no rollout ${id}.`,
            hint: 'Ask for the list again.',
          },
        };
      }
      if (!actionsOf(record).includes(action)) {
        const detail = `It is ${record.phase} now, and does not take: ${action}.`;
        return refuse({ code: 'conflict', detail, hint: 'Look where it stands.' }, action, about, asker);
      }
      const hasEnded = record.endedTimestamp !== null;
      const refused = hasEnded ? await standing(record) : null;
      if (refused !== null) return refuse(refused, action, about, asker);
      const { fromAddress } = asker;
      takeEntry(record, await write({ kind: 'asked', rolloutId: id, action, by: await who(), fromAddress }));
      if (hasEnded) {
        takeEntry(
          record,
          await write({ kind: 'phase', rolloutId: id, phase: 'rolling-back', problem: null }),
        );
        launch(record);
      }
      announce(record);
      return { view: viewOf(record) };
    });

  /** What the cluster answers with a failure is a refusal too. */
  const guarded = <Answer>(task: Promise<Answer>): Promise<Answer | { refusal: Refusal }> =>
    task.catch((error: unknown): { refusal: Refusal } => {
      logger.warn({ err: error }, 'a change could not be begun');
      const { detail, hint } = toProblem(error);
      return { refusal: { code: 'cluster-failed', detail, hint } };
    });

  async function permission(): Promise<ChangePermission> {
    const plan = source.plan({ changes: {}, nodes: null });
    const where = targetOf(source, plan.namespace);
    if (!allowed) return { allowed: false, offByServer: true, missing: [], lockedBy: null };
    const missing = await missingPermissions(connection, where, signal);
    const lockedBy = await lockOf(where.namespace)
      .heldBy(signal)
      .catch(() => null);
    const way = await wayOf(plan);
    return {
      ...{ allowed: missing.length === 0 && lockedBy === null, offByServer: false, missing, lockedBy },
      ...(way !== null && { helm: toHelmWay(way) }),
    };
  }

  async function goOn(): Promise<void> {
    const [unfinished] = [...records.values()].filter(({ endedTimestamp }) => endedTimestamp === null);
    if (unfinished === undefined || !allowed) return;
    while (!source.ready() && !signal.aborted) await wait(patience.lookEachMs, signal);
    if (signal.aborted) return;
    await inTurn(async () => {
      takeEntry(unfinished, await write({ kind: 'resumed', rolloutId: unfinished.id }));
      launch(unfinished);
    });
  }

  return {
    begin: (request, asker) => guarded(begin(request, asker)),
    act: (id, action, asker) => guarded(act(id, action, asker)),
    list: () => ({ items: [...records.values()].reverse().map(toRolloutItem) }),
    get(id) {
      const record = records.get(id);
      return record === undefined ? null : viewOf(record);
    },
    permission: () => guarded(permission()),
    audit: async () => toAudit(await journal.read()),
    recover: () =>
      void goOn().catch((error: unknown) => logger.warn({ err: error }, 'a rollout was not continued')),
    async stop() {
      stopping.abort();
      await queue.catch(() => {});
      await active?.done;
    },
  };
}
