import type { Scenario, ScenarioSize } from './agent-contract';
import type { ApiContext } from './api-server/api-context';
import { listenApiServer } from './api-server/api-server';
import { Authenticator } from './api-server/authentication';
import { realClock, type Clock } from './api-server/clock';
import { FaultTable } from './api-server/fault-table';
import { loopbackCertificate } from './api-server/loopback-certificate';
import { ObjectStore } from './api-server/object-store';
import { RequestLog } from './api-server/request-log';
import { nameSuffix, randomUid, seededRandom } from './api-server/seeded-random';
import { agentMinor, servedResources } from './api-server/served-resources';
import { StatusError } from './api-server/status-error';
import { WatchHub } from './api-server/watch-hub';
import { applyScenario } from './controllers/apply-scenario';
import { startControllers } from './controllers/controller-manager';
import { trainingKubeconfig } from './kubeconfig';
import { trainingApi } from './training-api';
import type { TrainingCluster } from './training-cluster';

/** How long the cluster seems to have been running when it starts. */
const ageMs = 3 * 24 * 3600 * 1000;

/** What Cilium's kinds look like in a cluster whose agents have no version. */
const newestCiliumMinor = 20;

/** Starts the cluster that a scenario describes, on the given clock. Rejects if the port is taken. */
export async function startScenario(
  scenario: Scenario,
  options: {
    host: string;
    port: number;
    /** Default: true. Over plain HTTP kubectl sends no token. */
    tls?: boolean;
    size: ScenarioSize;
    seed: number;
    clock?: Clock;
  },
): Promise<TrainingCluster> {
  const { host, port, tls = true, size, seed, clock = realClock } = options;
  const { clusterName, kubernetesVersion } = scenario;
  const random = seededRandom(seed);
  const time = { offsetMs: 0 };
  const store = new ObjectStore({
    nowMs: () => clock.nowMs() + time.offsetMs,
    newUid: () => randomUid(random),
    newNameSuffix: () => nameSuffix(random),
  });
  const objects = scenario.objects(size, seed);
  const controllers = startControllers({
    store,
    clock,
    nameSuffix: () => nameSuffix(random),
    agent: scenario.agent,
    seed,
    ageMs,
    time,
    apply: (nowMs) => applyScenario(store, objects, kubernetesVersion, nowMs),
  });
  const context: ApiContext = {
    store,
    clock,
    resources: servedResources(objects),
    kubernetesVersion,
    ciliumMinor: agentMinor(objects) ?? newestCiliumMinor,
    authenticator: new Authenticator(),
    faults: new FaultTable(),
    watches: new WatchHub(),
    requests: new RequestLog(),
    runtime: controllers.runtime,
  };
  // Clients check a certificate against the wall clock, whatever time the cluster has.
  const certificate = tls ? loopbackCertificate(Date.now()) : undefined;
  const server = await listenApiServer(context, { host, port, certificate }).catch((error: unknown) => {
    controllers.stop();
    throw error;
  });
  const api = trainingApi(store, clock);

  let stopTick = () => {};
  let tickCount = 0;
  const scheduleTick = () => {
    stopTick = clock.after(scenario.tickIntervalMs ?? 10_000, () => {
      try {
        scenario.tick?.({ ...api, tickCount });
      } catch (error) {
        // Somebody may have deleted what the scenario plays with; it goes on with the next tick.
        if (!(error instanceof StatusError)) throw error;
      }
      tickCount += 1;
      scheduleTick();
    });
  };
  if (scenario.tick) scheduleTick();

  const { faults, authenticator, watches } = context;
  return {
    scenario: scenario.name,
    url: server.url,
    clusterName,
    get kubeconfig() {
      return trainingKubeconfig({
        clusterName,
        url: server.url,
        certificate: certificate?.cert,
        tokens: authenticator.tokens,
      });
    },
    api,
    requests: () => context.requests.list(),
    faults: {
      agent: (nodeOrPod, fault) => faults.setAgent(nodeOrPod, fault),
      api: (fault) => faults.addApi(fault),
      stallWatches: (stalled) => watches.stall(stalled),
      dropWatches: () => watches.drop(),
      dropWebSockets: () => server.dropWebSockets(),
      compactHistory: () => store.compact(),
      rotateTokens: () => authenticator.rotate(),
      clear: () => {
        faults.clear();
        watches.stall(false);
      },
    },
    stop: async () => {
      stopTick();
      controllers.stop();
      await server.stop();
    },
  };
}
