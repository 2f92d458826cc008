import type { Logger } from 'pino';
import type { Rollouts } from '@/lib/server/change/rollouts';
import type { Collector } from '@/lib/server/collector/collector';
import { createCollector } from '@/lib/server/collector/create-collector';
import { checkConnection } from '@/lib/server/kube/check-connection';
import { KubeError } from '@/lib/server/kube/kube-error';
import type { KubeConnection } from '@/lib/server/kube/kube-connection';
import { openConnection } from '@/lib/server/kube/open-connection';
import type { ConnectionOptions } from '@/lib/server/kube/open-connection';
import { startTrainingCluster, UnknownScenarioError } from '@/lib/server/training/training-cluster';
import type { ChosenSource } from './choose-source';
import { CommandError } from './command-error';
import { changesAllowed, openRollouts } from './open-rollouts';
import type { StartOptions } from './start-options';

export type OpenCluster = {
  connection: KubeConnection;
  collector: Collector;
  rollouts: Rollouts;
  /** Ends the collector, and the training cluster if there is one. */
  stop: () => Promise<void>;
};

type Opened = { connection: ConnectionOptions; stop: () => Promise<void> };

async function startTraining(source: ChosenSource & { kind: 'training' }): Promise<Opened> {
  const { scenario, nodes, services, replicas } = source;
  try {
    const cluster = await startTrainingCluster({
      scenario,
      sizeNodes: nodes,
      sizeServices: services,
      sizeReplicas: replicas,
    });
    return {
      connection: { kind: 'training', kubeconfig: cluster.kubeconfig, scenario },
      stop: () => cluster.stop(),
    };
  } catch (error) {
    throw error instanceof UnknownScenarioError ? new CommandError(error.message) : error;
  }
}

async function open(source: ChosenSource): Promise<Opened> {
  if (source.kind === 'training') return startTraining(source);
  return { connection: source, stop: async () => {} };
}

/** Whoever named no cluster may not have meant this one: tell what needs none. */
function withWayOut(error: unknown, source: ChosenSource, { context, kubeconfig }: StartOptions): unknown {
  const named = source.kind !== 'kubeconfig' || context !== undefined || kubeconfig !== undefined;
  if (named || !(error instanceof KubeError)) return error;
  return new CommandError(`${error.message} ${error.hint} Or look at the training cluster with --training.`);
}

/**
 * Opens the way to the chosen cluster and makes its collector, not yet started.
 * Rejects with the errors of `openConnection` and `checkConnection`, and with CommandError for an unknown scenario.
 */
export async function openCluster(
  source: ChosenSource,
  options: StartOptions,
  logger: Logger,
): Promise<OpenCluster> {
  const opened = await open(source);
  let connection: KubeConnection;
  try {
    connection = openConnection({ ...opened.connection, as: options.as, asGroups: options.asGroup });
    await checkConnection(connection);
  } catch (error) {
    throw withWayOut(error, source, options);
  }
  const collector = createCollector({
    connection,
    namespace: options.namespace ?? null,
    readOnly: !changesAllowed(options, connection.identity.kind),
    sweepIntervalMs: options.sweepInterval,
    logger,
  });
  const desk = await openRollouts(connection, collector, options, logger);
  return {
    connection,
    collector,
    rollouts: desk.rollouts,
    stop: async () => {
      await desk.stop();
      await collector.stop();
      await opened.stop();
    },
  };
}
