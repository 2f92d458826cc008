import fc from 'fast-check';
import type { AgentAPI } from '@/lib/server/training/agent/commands/agent-api';
import { createAgentFactory } from '@/lib/server/training/agent/create-agent';
import { formatJsonOutput } from '@/lib/server/training/agent/go/json';
import { formatServiceList } from '@/lib/server/training/agent/output/format-service-list';
import type { ServiceModel } from '@/lib/server/training/agent/output/service-model';
import type { ControllerModel, StatusResponse } from '@/lib/server/training/agent/output/status-response';
import type { RandomCluster } from '@/lib/server/training/agent/random-cluster.fixture';
import { agentStart, objectsOf, randomCluster } from '@/lib/server/training/agent/random-cluster.fixture';
import type { ClusterHealth } from '@/lib/server/training/agent/status/health-model';
import type { ModuleHealth } from '@/lib/server/training/agent/status/modules';
import { settled, timeOfAge } from './age';
import { randomClusterHealth, randomModules } from './random-health';
import { randomServices } from './random-services';
import type { StatusChange } from './random-status';
import { randomStatusChange } from './random-status';

/** An agent in a random cluster; what is not null takes the place of what the agent would answer. */
export type RandomAgent = {
  release: string;
  cluster: RandomCluster;
  upMs: number;
  /** Its API answers, but not every probe of its status has run yet (v1.18 and later). */
  warming: boolean;
  statusChange: StatusChange | null;
  /** `'unreachable'`: the health daemon does not answer. */
  health: ClusterHealth | 'unreachable' | null;
  modules: ModuleHealth[] | null;
  services: ServiceModel[] | null;
};

/** Half of the agents are as their cluster makes them, half answer what the API can say beyond that. */
export function randomAgent(release: string): fc.Arbitrary<RandomAgent> {
  const minor = Number(release.split('.')[1]);
  const cluster = randomCluster(minor);
  const upMs = fc.nat(400_000_000).map((ms) => ms + 5_000);
  const rarely = fc.nat(9).map((draw) => draw === 0);
  const warming = minor >= 18 ? rarely : fc.constant(false);
  const plain = { release: fc.constant(release), cluster, upMs, warming };
  const nothing = { statusChange: null, health: null, modules: null, services: null };
  return fc.oneof(
    fc.record(plain).map((agent) => ({ ...agent, ...nothing })),
    fc.record({
      ...plain,
      statusChange: randomStatusChange(minor),
      health: fc.option(
        fc.oneof({ weight: 9, arbitrary: randomClusterHealth }, fc.constant('unreachable' as const)),
      ),
      modules: fc.option(randomModules),
      services: fc.option(randomServices(minor, false)),
    }),
  );
}

/** The moment at which an agent's status was asked for: the clock stands still from then on. */
export type CaseClock = { startedAtMs: number; askedAtMs: number | null };

function settledControllers(controllers: ControllerModel[], nowMs: number): ControllerModel[] {
  const settledTime = (time: string | undefined): string | undefined =>
    time === undefined || time.startsWith('0001-')
      ? time
      : new Date(nowMs - settled(nowMs - Date.parse(time))).toISOString();
  return controllers.map((controller) => {
    const { status } = controller;
    if (status === undefined) return controller;
    const lastSuccess = settledTime(status['last-success-timestamp']);
    const lastFailure = settledTime(status['last-failure-timestamp']);
    return {
      ...controller,
      status: { ...status, 'last-success-timestamp': lastSuccess, 'last-failure-timestamp': lastFailure },
    };
  });
}

/** Builds the agent's API on a clock; two of them with one clock answer alike. Throws where the agent dies of its configuration. */
export function apiOf(agent: RandomAgent, clock: CaseClock): AgentAPI {
  const { release, cluster, warming, statusChange, health, modules, services } = agent;
  const nowMs = (): number => clock.askedAtMs ?? Date.now();
  const image = `quay.io/cilium/cilium:v${release}`;
  const start = agentStart(objectsOf(cluster), image, cluster.config, {
    startedAtMs: clock.startedAtMs,
    nowMs,
  });
  const { api, fatal, stop } = createAgentFactory()(start);
  if (api === null) throw new Error(`The agent died: ${fatal}`);
  // Nothing changes in its cluster: it need not follow.
  stop();
  return {
    ...api,
    status(): StatusResponse {
      clock.askedAtMs ??= Date.now();
      const answer = api.status();
      const changed = statusChange?.(answer, timeOfAge(nowMs())) ?? answer;
      const { controllers } = changed;
      return controllers ? { ...changed, controllers: settledControllers(controllers, nowMs()) } : changed;
    },
    socket: () => (warming ? 'warming' : 'ready'),
    health: () => (health === 'unreachable' ? null : (health ?? api.health())),
    modules: () => modules ?? api.modules().map((module) => ({ ...module, ageMs: settled(module.ageMs) })),
    ...(services === null
      ? {}
      : {
          services: () => services,
          serviceTable: () => formatServiceList(services, api.version).stdout,
          serviceJson: () => formatJsonOutput(services),
        }),
  };
}
