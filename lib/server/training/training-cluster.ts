import type { Scenario } from './agent-contract';
import type { FaultControl } from './api-server/fault-control';
import type { LoggedRequest } from './api-server/request-log';
import type { TrainingScenario } from '@/lib/snapshot/training-view';
import { startScenario } from './start-scenario';
import type { TrainingApi } from './training-api';

/** A cluster that runs inside this process and is reached over loopback, as any other. */
export type TrainingCluster = {
  scenario: string;
  /** e.g. `https://127.0.0.1:40123` */
  url: string;
  clusterName: string;
  /** A kubeconfig as JSON text, with a context for each user; always with the tokens now valid. */
  readonly kubeconfig: string;
  faults: FaultControl;
  api: TrainingApi;
  /** The latest requests that the API server answered, oldest first. */
  requests(): readonly LoggedRequest[];
  stop(): Promise<void>;
};

export type TrainingClusterOptions = {
  scenario: string;
  /** Default: any free port. */
  port?: number;
  host?: '127.0.0.1';
  /** Default: true, with a certificate of its own that the kubeconfig names. */
  tls?: boolean;
  sizeNodes?: number;
  sizeServices?: number;
  sizeReplicas?: number;
  /** Equal seeds give equal names, uids and addresses. */
  seed?: number;
};

/** Names the scenarios there are, for a name that is none of them. */
export class UnknownScenarioError extends Error {
  readonly scenario: string;
  readonly known: readonly string[];

  constructor(scenario: string, known: readonly string[]) {
    super(`There is no training scenario "${scenario}". There are: ${known.join(', ')}.`);
    this.name = 'UnknownScenarioError';
    this.scenario = scenario;
    this.known = known;
  }
}

/** Names the training clusters there are, with a word about each. */
export async function trainingScenarios(): Promise<TrainingScenario[]> {
  const { scenarios } = await import('./scenarios/scenarios');
  return Object.values(scenarios).map(({ name, title, describe }) => ({
    name,
    title,
    description: describe,
  }));
}

async function findScenario(name: string): Promise<Scenario> {
  // Loaded on demand: whoever reads a real cluster need not load the scenarios.
  const { scenarios } = await import('./scenarios/scenarios');
  const scenario = scenarios[name];
  if (!scenario) throw new UnknownScenarioError(name, Object.keys(scenarios));
  return scenario;
}

/** Starts a training cluster; rejects with UnknownScenarioError, or with the system's error for a port in use. */
export async function startTrainingCluster(options: TrainingClusterOptions): Promise<TrainingCluster> {
  const scenario = await findScenario(options.scenario);
  const size = scenario.defaultSize ?? { nodes: 2, services: 10 };
  return startScenario(scenario, {
    host: options.host ?? '127.0.0.1',
    port: options.port ?? 0,
    tls: options.tls ?? true,
    size: {
      nodes: options.sizeNodes ?? size.nodes,
      services: options.sizeServices ?? size.services,
      replicas: options.sizeReplicas ?? size.replicas,
    },
    seed: options.seed ?? 1,
  });
}
