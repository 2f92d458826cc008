import type { AgentAPI } from '../agent/commands/agent-api';
import type {
  AgentDeath,
  AgentFactory,
  AgentStart,
  CommandResult,
  ObjectReader,
  RunningAgent,
} from '../agent-contract';
import type { KindTypes } from '../api-server/kube-object';
import { hashText } from '../api-server/seeded-random';
import { agentConfiguration } from './agent-configuration';

type Pod = KindTypes['Pod'];

export const agentContainer = 'cilium-agent';

/** Whether a pod is a Cilium agent. */
export function isAgentPod(pod: Pod): boolean {
  return (
    pod.metadata.labels?.['k8s-app'] === 'cilium' &&
    (pod.spec?.containers ?? []).some(({ name }) => name === agentContainer)
  );
}

/** A model that fails is an agent that panics: it takes its own pod down, never the cluster. */
function startSafely(factory: AgentFactory, start: AgentStart): RunningAgent {
  try {
    return factory(start);
  } catch (error) {
    const line = `panic: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    const fatal = { line, exitCode: 2 };
    return { fatal, api: null, run: () => 'no-such-binary', logs: () => `${line}\n`, stop: () => {} };
  }
}

/** The agents that run in pods, by the pod's uid. */
export class AgentHost {
  readonly #options: {
    reader: ObjectReader;
    factory: AgentFactory;
    seed: number;
    nowMs(): number;
  };
  readonly #agents = new Map<string, RunningAgent>();
  readonly #configurations = new Map<string, Record<string, string>>();
  readonly #previousLogs = new Map<string, string>();

  constructor(options: { reader: ObjectReader; factory: AgentFactory; seed: number; nowMs(): number }) {
    this.#options = options;
  }

  /** Starts the container; gives its end if the agent dies of its configuration. */
  start(pod: Pod, startedAtMs: number): AgentDeath | null {
    const { reader, factory, seed, nowMs } = this.#options;
    const uid = pod.metadata.uid ?? '';
    const podName = pod.metadata.name ?? '';
    const nodeName = pod.spec?.nodeName ?? '';
    // An init container writes the configuration once a pod: a restarted container reads the same again.
    const config =
      this.#configurations.get(uid) ?? agentConfiguration(reader, pod.metadata.namespace ?? '', nodeName);
    this.#configurations.set(uid, config);
    this.#keepLogs(uid);
    const image = pod.spec?.containers.find(({ name }) => name === agentContainer)?.image ?? '';
    const agent = startSafely(factory, {
      nodeName,
      podName,
      image,
      config: { ...config },
      objects: reader,
      startedAtMs,
      nowMs,
      seed: hashText(`${seed} ${podName}`),
    });
    this.#agents.set(uid, agent);
    return agent.fatal;
  }

  /** The container's process ended; its log stays as the previous one. */
  end(pod: Pod): void {
    const uid = pod.metadata.uid ?? '';
    this.#keepLogs(uid);
    this.#agents.get(uid)?.stop();
    this.#agents.delete(uid);
  }

  /** The pod is gone. */
  forget(pod: Pod): void {
    this.end(pod);
    const uid = pod.metadata.uid ?? '';
    this.#configurations.delete(uid);
    this.#previousLogs.delete(uid);
  }

  fatal(pod: Pod): AgentDeath | null {
    return this.#agents.get(pod.metadata.uid ?? '')?.fatal ?? null;
  }

  /** What the agent's API answers; null where no agent runs. */
  api(pod: Pod): AgentAPI | null {
    return this.#agents.get(pod.metadata.uid ?? '')?.api ?? null;
  }

  run(pod: Pod, argv: readonly string[]): CommandResult | 'no-such-binary' | 'not-running' {
    return this.#agents.get(pod.metadata.uid ?? '')?.run(argv) ?? 'not-running';
  }

  logs(pod: Pod, previous: boolean): string | undefined {
    const uid = pod.metadata.uid ?? '';
    const running = this.#agents.get(uid)?.logs();
    return previous ? this.#previousLogs.get(uid) : (running ?? this.#previousLogs.get(uid));
  }

  stop(): void {
    for (const agent of this.#agents.values()) agent.stop();
    this.#agents.clear();
  }

  #keepLogs(uid: string): void {
    const logs = this.#agents.get(uid)?.logs();
    if (logs !== undefined) this.#previousLogs.set(uid, logs);
  }
}
