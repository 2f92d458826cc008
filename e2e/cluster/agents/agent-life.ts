import { appendFileSync, copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { KindTypes } from '@/lib/server/training/agent-contract';
import type { AgentHost } from '@/lib/server/training/controllers/agent-host';
import { podStatus } from '@/lib/server/training/controllers/pod-status';
import { backOffMs } from '@/lib/server/training/controllers/pod-timing';
import type { AgentPodApi } from './agent-pod-api';
import { containerFacts, type ContainerEvent } from './container-facts';
import { criLog } from './cri-log';
import { execObject, logsObject, type AgentFiles } from './kwok-objects';

type Pod = KindTypes['Pod'];

/** From a container's start until its readiness probe has found the agent's API. */
const readyAfterMs = 1_500;
/** From a container's start until the agent has found what it cannot run with. */
const deadAfterMs = 1_000;

export type AgentLifeOptions = {
  pod: Pod;
  /** The pod as the API server has it now; undefined when it is gone. */
  latest(): Pod | undefined;
  /** Aborts when the container is to end. */
  ending: AbortSignal;
  agents: AgentHost;
  api: AgentPodApi;
  /** The folder of this pod's sockets and logs. */
  folder: string;
  /** The build of cilium-dbg that is in the pod's image; null where it was not built. */
  ciliumDbg: string | null;
  /** Answers on the agent's sockets until it is stopped. */
  serve(pod: Pod, files: AgentFiles): Promise<{ stop(): Promise<void> }>;
};

/** True after the time, false as soon as the signal aborts. */
async function passed(ms: number, signal: AbortSignal): Promise<boolean> {
  return wait(ms, true, { signal }).catch(() => false);
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
}

/**
 * Runs an agent's container until it is to end, and tells the API server what a kubelet would: running, ready, or
 * dead of its configuration and started again later and later. While it runs, an exec finds its sockets.
 */
export async function liveAgent(options: AgentLifeOptions): Promise<void> {
  const { pod, latest, ending, agents, api, folder, ciliumDbg, serve } = options;
  mkdirSync(folder, { recursive: true });
  const files: AgentFiles = {
    socket: path.join(folder, 'var/run/cilium/cilium.sock'),
    healthSocket: path.join(folder, 'var/run/cilium/health.sock'),
    log: path.join(folder, 'agent.log'),
    previousLog: path.join(folder, 'previous.log'),
  };
  const bornAtMs = Date.now();

  async function tell(event: ContainerEvent): Promise<void> {
    const current = latest();
    if (!current) return;
    const nowMs = Date.now();
    const facts = containerFacts(pod, event, nowMs);
    const addresses = (current.status?.podIPs ?? []).map(({ ip }) => ip);
    const status = podStatus(current, {
      facts: () => facts,
      addresses,
      hostAddresses: (current.status?.hostIPs ?? []).map(({ ip }) => ip),
      startedAtMs: bornAtMs,
      nowMs,
    });
    await api.setStatus(pod, status);
  }

  writeFileSync(files.log, '');
  await api.create('logs', pod, logsObject(pod, files));
  for (let restarts = 0; !ending.aborted; restarts += 1) {
    const startedAtMs = Date.now();
    const life = { startedAtMs, restarts };
    writeFileSync(files.log, '');
    const fatal = agents.start(pod, startedAtMs);
    const server = fatal === null ? await serve(pod, files) : null;
    if (ciliumDbg !== null) await api.create('execs', pod, execObject(pod, files, ciliumDbg));
    await tell({ is: 'running', ready: false, ...life });
    const ran = await passed(fatal === null ? readyAfterMs : deadAfterMs, ending);
    if (ran) appendFileSync(files.log, criLog(agents.logs(pod, false) ?? '', Date.now()));
    if (ran && fatal === null) {
      await tell({ is: 'running', ready: true, ...life });
      await aborted(ending);
    }
    await api.remove('execs', pod);
    await server?.stop();
    agents.end(pod);
    if (ran && fatal !== null) {
      // A kubelet shows the last run that ended, as the log and as the previous one, until the next begins.
      copyFileSync(files.log, files.previousLog);
      await tell({ is: 'dead', fatal, ...life });
      await passed(backOffMs(restarts), ending);
    } else {
      await tell({ is: 'ended', ...life });
    }
  }
  rmSync(folder, { recursive: true, force: true });
}
