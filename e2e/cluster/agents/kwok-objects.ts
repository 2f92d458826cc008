import type { KindTypes } from '@/lib/server/training/agent-contract';
import { agentContainer } from '@/lib/server/training/controllers/agent-host';
import { ciliumDbgVariable } from '../nodes/container-commands';

/** Where an agent's sockets and logs are on this machine. */
export type AgentFiles = { socket: string; healthSocket: string; log: string; previousLog: string };

function owned(pod: KindTypes['Pod']): object {
  const { name, namespace, uid } = pod.metadata;
  return { name, namespace, ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name, uid }] };
}

/**
 * Tells kwok what an exec into the agent's container runs with. cilium-dbg finds the agent by CILIUM_SOCK and
 * CILIUM_HEALTH_SOCK (pkg/client/client.go and pkg/health/client/client.go in Cilium 1.16 to 1.20).
 */
export function execObject(pod: KindTypes['Pod'], files: AgentFiles, ciliumDbg: string): object {
  const envs = [
    { name: 'CILIUM_SOCK', value: files.socket },
    { name: 'CILIUM_HEALTH_SOCK', value: files.healthSocket },
    { name: ciliumDbgVariable, value: ciliumDbg },
  ];
  return {
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'Exec',
    metadata: owned(pod),
    spec: { execs: [{ containers: [agentContainer], local: { envs } }] },
  };
}

/** Tells kwok where the log of the agent's container is. */
export function logsObject(pod: KindTypes['Pod'], files: AgentFiles): object {
  return {
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'Logs',
    metadata: owned(pod),
    spec: {
      logs: [
        {
          containers: [agentContainer],
          logsFile: files.log,
          previousLogsFile: files.previousLog,
          follow: true,
        },
      ],
    },
  };
}
