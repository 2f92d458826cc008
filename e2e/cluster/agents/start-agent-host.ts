import path from 'node:path';
import { KubeConfig } from '@kubernetes/client-node';
import { openConnection } from '@/lib/server/kube/open-connection';
import type { KindTypes } from '@/lib/server/training/agent-contract';
import { createAgentFactory } from '@/lib/server/training/agent/create-agent';
import { agentContainer, AgentHost, isAgentPod } from '@/lib/server/training/controllers/agent-host';
import { exitAfterMs } from '@/lib/server/training/controllers/pod-timing';
import type { ControlPlane } from '../control-plane/start-control-plane';
import { liveAgent } from './agent-life';
import { createAgentPodApi } from './agent-pod-api';
import { watchClusterObjects } from './cluster-objects';
import { findCiliumDbg } from './find-cilium-dbg';
import { serveAgentSockets } from './serve-agent-sockets';

type Pod = KindTypes['Pod'];
type Run = { uid: string; ending: AbortController; ended: Promise<void> };

/**
 * Runs the container `cilium-agent` of every agent pod that is bound to a node: a modelled agent that follows the real
 * API server, with its REST API on Unix sockets. `stop` ends them all and tells nobody.
 */
export async function startAgentHost(controlPlane: ControlPlane): Promise<{ stop(): Promise<void> }> {
  const kubeconfig = controlPlane.kubeconfigFor('agent-host', ['system:masters']);
  const config = new KubeConfig();
  config.loadFromString(kubeconfig);
  const api = createAgentPodApi(config);
  const watching = new AbortController();
  const runs = new Map<string, Run>();
  const pods = new Map<string, Pod>();
  const onProblem = (problem: unknown) => {
    if (!watching.signal.aborted) process.stderr.write(`agent host: ${String(problem)}\n`);
  };

  function start(key: string, pod: Pod): void {
    const uid = pod.metadata.uid ?? '';
    const ending = new AbortController();
    const image = pod.spec?.containers.find(({ name }) => name === agentContainer)?.image ?? '';
    const ended = liveAgent({
      pod,
      latest: () => {
        const latest = pods.get(key);
        return watching.signal.aborted || latest?.metadata.uid !== uid ? undefined : latest;
      },
      ending: ending.signal,
      agents,
      api,
      folder: path.join(controlPlane.group.folder, 'agents', pod.metadata.name ?? ''),
      ciliumDbg: findCiliumDbg(image),
      serve: (served, files) => serveAgentSockets(agents, served, files),
    }).catch(onProblem);
    runs.set(key, { uid, ending, ended });
  }

  function onPod(key: string, pod: Pod | null): void {
    const before = pods.get(key);
    const run = runs.get(key);
    if (run && run.uid !== pod?.metadata.uid) {
      run.ending.abort();
      runs.delete(key);
      if (before) agents.forget(before);
    }
    if (pod === null || !isAgentPod(pod)) return void pods.delete(key);
    pods.set(key, pod);
    const deleted = pod.metadata.deletionTimestamp !== undefined;
    if (runs.has(key)) {
      if (deleted) setTimeout(() => run?.ending.abort(), exitAfterMs(pod)).unref();
    } else if (!deleted && pod.spec?.nodeName && pod.status?.podIP) {
      start(key, pod);
    }
  }

  const objects = watchClusterObjects({
    connection: openConnection({ kind: 'training', kubeconfig, scenario: 'cluster' }),
    signal: watching.signal,
    // An agent needs the whole picture when it starts: pods that come first wait for the other kinds.
    onPod: (key, pod) => void objects.listed.then(() => onPod(key, pod)),
    onProblem,
  });
  const agents = new AgentHost({
    reader: objects,
    factory: createAgentFactory(),
    seed: 1,
    nowMs: () => Date.now(),
  });
  await objects.listed;
  return {
    async stop() {
      watching.abort();
      for (const { ending } of runs.values()) ending.abort();
      await Promise.all([...runs.values()].map(({ ended }) => ended));
      agents.stop();
    },
  };
}
