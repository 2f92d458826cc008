import { wait } from '@/lib/server/kube/wait';
import type { RolloutContext } from './rollout-context';
import { AgentFailedError } from './rollout-error';
import type { CanaryStart } from './rollout-scope';
import { InterruptedError } from './step-runner';
import { realisedBy } from './verify-agent';

export const rolloutLabel = 'kpr-explorer/rollout';

/** The object that has the new values, as a sentence names it. */
export function writtenObject({ runner, config, nodeConfigs }: RolloutContext): string {
  const { canary } = runner.record;
  return canary === undefined ? config.object : nodeConfigs.object(canary.object);
}

/** Writes the CiliumNodeConfig of a canary, once the API server has checked it. `heed` is called before each step. */
export async function writeCanary(
  { runner, nodeConfigs }: RolloutContext,
  { object }: CanaryStart,
  heed: () => Promise<void>,
): Promise<void> {
  const named = nodeConfigs.object(object);
  await heed();
  await runner.step(
    'dry-run',
    () => ({ what: `${named}: the API server checks it` }),
    async () => {
      await nodeConfigs.create(object, { dryRun: true });
      return null;
    },
  );
  await heed();
  await runner.step(
    'write',
    () => ({ what: `${named} written` }),
    () => nodeConfigs.create(object),
  );
}

/** Takes the CiliumNodeConfig of a canary away; one of its name that is not its own is left. */
export async function removeCanary(
  { runner, nodeConfigs, source }: RolloutContext,
  { object }: CanaryStart,
  key: string,
): Promise<void> {
  await runner.step(
    key,
    async () => {
      const now = await nodeConfigs.read(object);
      const isOwn = now?.labels[rolloutLabel] === runner.record.id;
      const pods = Object.fromEntries(source.agents().items.map(({ node, pod }) => [node, pod]));
      return {
        what: `${nodeConfigs.object(object)} deleted`,
        data: now !== null && isOwn ? { pods, uid: now.uid } : { pods },
      };
    },
    async ({ uid }) => (uid === undefined ? 'It was gone already.' : nodeConfigs.remove(object, uid)),
  );
}

/** What speaks against an agent that was not chosen: it runs with what was meant for others. null: nothing. */
function strayed(
  { source, runner }: RolloutContext,
  node: string,
  { pod, reported }: CanaryStart['others'][string],
): string | null {
  const agent = source.agent(node);
  if (agent === null) return null;
  const { changes } = runner.record;
  const keys = changes.map(({ key }) => key);
  const wrong = realisedBy(agent, keys).filter(({ key, value }) => {
    const before = reported[key] ?? null;
    if (value === null || before === null || value === before) return false;
    // One that restarted by itself meanwhile may have found what was written in the ConfigMap before.
    return agent.pod === pod || value === changes.find((change) => change.key === key)?.to;
  });
  return wrong.length === 0 ? null : wrong.map(({ key, value }) => `${key} as ${value}`).join(', ');
}

/**
 * Reads the agents back that were not chosen, each once anew where it answers in time. Throws AgentFailedError for the
 * first that reports a new value.
 */
export async function checkOthers(
  context: RolloutContext,
  { others }: CanaryStart,
  heed: () => Promise<void>,
): Promise<void> {
  const { runner, source, patience } = context;
  const nodes = Object.keys(others).sort();
  if (nodes.length === 0 || runner.isDone('others')) return;
  const sinceMs = Date.now();
  const hasAnswered = (node: string): boolean => {
    const { answeredTimestamp } = source.agent(node)?.answers.status ?? { answeredTimestamp: null };
    return answeredTimestamp !== null && Date.parse(answeredTimestamp) >= sinceMs;
  };
  for (;;) {
    await heed();
    if (runner.signal.aborted) throw new InterruptedError('stopped');
    const late = nodes.filter((node) => source.agent(node) !== null && !hasAnswered(node));
    if (late.length === 0 || Date.now() - sinceMs > patience.agreementMs) break;
    await wait(patience.lookEachMs, runner.signal);
  }
  await runner.step(
    'others',
    () => ({ what: 'The other agents report what they did before' }),
    async () => {
      for (const node of nodes) {
        const said = strayed(context, node, others[node] ?? { pod: '', reported: {} });
        if (said !== null)
          throw new AgentFailedError(
            node,
            `It was not chosen, and reports ${said}.`,
            'Look at the labels kubernetes.io/hostname of the nodes, and at other CiliumNodeConfigs.',
          );
      }
      const silent = nodes.filter((node) => !hasAnswered(node)).length;
      return silent === 0 ? `${nodes.length} read back.` : `${silent} of ${nodes.length} did not answer.`;
    },
  );
}
