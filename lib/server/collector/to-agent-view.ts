import type { NameIndex } from '@/lib/snapshot/names/name-index';
import type { AgentView, AnswerView } from '@/lib/snapshot/agent-view';
import type { AgentRecord, AnswerRecord } from './agent-record';

/** Gives what the page shows of an agent. */
export function toAgentView(
  record: AgentRecord,
  names: NameIndex,
  counts: { frontends: number; backends: number } | null,
): AgentView {
  const { node, pod, binary, version, status, answers } = record;
  const object = names.nodeByName.get(node);
  return {
    node,
    namespace: pod.namespace,
    pod: pod.name,
    container: pod.container,
    image: pod.image,
    daemonSet: pod.daemonSet,
    nodeIPs: object === undefined ? pod.ips : object.ips,
    zone: object?.zone ?? null,
    podReady: pod.ready && record.goneMs === null,
    podPhase: pod.waitingReason ?? (pod.terminating ? 'Terminating' : pod.phase),
    restarts: pod.restarts,
    startedTimestamp: pod.startedTimestamp,
    version,
    binary,
    status,
    frontendCount: counts?.frontends ?? null,
    backendCount: counts?.backends ?? null,
    answers: {
      status: toAnswerView(answers.status),
      'service-list': toAnswerView(answers['service-list']),
    },
  };
}

function toAnswerView({ hash: _hash, ...view }: AnswerRecord): AnswerView {
  return view;
}
