import { fatalLine } from '@/lib/cilium/rules/fatal-line';
import { wait } from '@/lib/server/kube/wait';
import { podsOf, readFailedLog } from './read-pod';
import type { RolloutContext } from './rollout-context';
import { NoProgressError, OperatorFailedError } from './rollout-error';
import type { StepData } from './rollout-journal';
import { InterruptedError } from './step-runner';

const lookEachMs = 500;
const lineMaxChars = 1_000;

/** Lets the API server check the restart of the operator without keeping it, where it is to restart. */
export async function dryRunOperator({ operator }: RolloutContext): Promise<void> {
  await operator?.restart(new Date().toISOString(), { dryRun: true });
}

/**
 * Restarts the operator once every agent has the new values, where it reads one of them, and waits until it is
 * available. Throws OperatorFailedError, NoProgressError, and what `heed` throws.
 */
export async function restartOperator(context: RolloutContext, heed: () => Promise<void>): Promise<void> {
  const { runner, operator } = context;
  if (operator === null) return;
  await heed();
  await runner.step(
    'operator',
    async () => ({
      what: `${operator.object} restarts, for it reads the values as well`,
      data: { restartedAt: new Date().toISOString(), pods: await podsNow(context) },
    }),
    ({ restartedAt = null }) => operator.restart(restartedAt),
  );
  await untilAvailable(context, 'operator', heed);
}

/** Restarts it again on the way back, where it was restarted, with the template it had. */
export async function restartOperatorBack(context: RolloutContext, attempt: number): Promise<void> {
  const { runner, operator } = context;
  const forward = runner.dataOf('operator')?.restartedAt;
  if (operator === null || forward === undefined) return;
  const key = `operator-back:${attempt}`;
  const before = runner.record.operator?.restartedBefore ?? null;
  await runner.step(
    key,
    async () => {
      const now = await operator.read();
      const isOurs = now.restartedAt === forward || now.restartedAt === before;
      const restartedAt = isOurs ? before : new Date().toISOString();
      return {
        what: `${operator.object} restarts with the old values`,
        data: { restartedAt, pods: await podsNow(context) },
      };
    },
    ({ restartedAt = null }) => operator.restart(restartedAt),
  );
  await untilAvailable(context, key, async () => {});
}

/** The operator's pods as they are now. */
async function podsNow({ connection, runner, operator }: RolloutContext): Promise<StepData['pods']> {
  if (operator === null) return {};
  const { selector } = await operator.read();
  const pods = await podsOf(connection, { namespace: runner.record.namespace, selector }, runner.signal);
  return Object.fromEntries(pods.map(({ name }) => [name, name]));
}

/** Waits until it is available after the step of a key. */
async function untilAvailable(
  context: RolloutContext,
  key: string,
  heed: () => Promise<void>,
): Promise<void> {
  const { runner, operator, patience } = context;
  const doneKey = `${key}:available`;
  if (operator === null || runner.isDone(doneKey)) return;
  let movedMs = Date.now();
  let progress = '';
  for (;;) {
    await heed();
    if (runner.signal.aborted) throw new InterruptedError('stopped');
    const now = await operator.read();
    if (now.complete) break;
    if (now.progress !== progress) movedMs = Date.now();
    progress = now.progress;
    await failIfCrashing(context, now.selector, runner.dataOf(key)?.pods ?? {});
    if (Date.now() - movedMs > patience.standstillMs)
      throw new NoProgressError([operator.object], patience.standstillMs);
    await wait(Math.max(lookEachMs, patience.lookEachMs), runner.signal);
  }
  await runner.step(
    doneKey,
    () => ({ what: `${operator.object} is available` }),
    async () => null,
  );
}

/** Throws OperatorFailedError where a pod that was not there before the restart ends again and again. */
async function failIfCrashing(
  { connection, runner, operator }: RolloutContext,
  selector: string,
  before: Record<string, string>,
): Promise<void> {
  const { namespace } = runner.record;
  const pods = await podsOf(connection, { namespace, selector }, runner.signal);
  const failed = pods.find(
    ({ name, terminating, crashing }) => crashing !== null && !terminating && !(name in before),
  );
  if (failed === undefined || failed.crashing === null || operator === null) return;
  const { container, reason } = failed.crashing;
  const log = await readFailedLog(connection, { namespace, pod: failed.name, container }, runner.signal);
  const line = fatalLine(log)
    ?.replace(/\p{Cc}/gu, ' ')
    .slice(0, lineMaxChars);
  throw new OperatorFailedError(
    operator.object,
    line ?? `Container ${container} of ${failed.name}: ${reason}.`,
  );
}
