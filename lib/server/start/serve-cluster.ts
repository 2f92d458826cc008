import type { Logger } from 'pino';
import { listLessons } from '@/lib/server/lessons/list-lessons';
import { trainingScenarios } from '@/lib/server/training/training-cluster';
import { setRuntime, type TrainingControl } from '@/lib/server/web/runtime';
import type { ChosenSource } from './choose-source';
import { openCluster } from './open-cluster';
import type { StartOptions } from './start-options';

export type ServedCluster = { title: string; stop: () => Promise<void> };

type TrainingSource = ChosenSource & { kind: 'training' };

/** Another scenario has its own size: what was asked for holds for the one it was asked for. */
function sourceOf(first: TrainingSource, scenario: string): TrainingSource {
  return scenario === first.scenario ? first : { kind: 'training', scenario };
}

/**
 * Opens the cluster, asks its agents, and has the pages answer from it. A training cluster can be put in the place of
 * another while the server runs: the streams of the old one end, and readers come back to the new one.
 * Rejects as `openCluster` does.
 */
export async function serveCluster(
  source: ChosenSource,
  options: StartOptions,
  logger: Logger,
  version: string,
): Promise<ServedCluster> {
  const scenarios = source.kind === 'training' ? await trainingScenarios() : [];
  let served = await open(source);
  let isRestarting = false;

  async function open(next: ChosenSource) {
    const cluster = await openCluster(next, options, logger);
    const ended = new AbortController();
    const { collector, rollouts, connection } = cluster;
    // The first answers come while the pages are made ready.
    await collector.start();
    const lessons = () =>
      listLessons(connection, [
        options.namespace ?? 'kube-system',
        ...collector.agents().items.map((agent) => agent.namespace),
      ]);
    const training = source.kind === 'training' ? control(source) : null;
    setRuntime({ collector, rollouts, version, lessons, training, ended: ended.signal });
    rollouts.recover();
    return {
      title: collector.source().title,
      stop: () => {
        ended.abort();
        return cluster.stop();
      },
    };
  }

  function control(first: TrainingSource): TrainingControl {
    return {
      scenarios,
      async restart(scenario) {
        if (isRestarting) return 'busy';
        isRestarting = true;
        try {
          const before = served;
          served = await open(sourceOf(first, scenario));
          // Nobody asks the old one any more.
          await before
            .stop()
            .catch((error: unknown) => logger.warn({ err: error }, 'a training cluster did not end'));
          return 'restarted';
        } finally {
          isRestarting = false;
        }
      },
    };
  }

  return { title: served.title, stop: () => served.stop() };
}
