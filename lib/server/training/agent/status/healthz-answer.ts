import type { AgentAPI } from '../commands/agent-api';
import type { StatusModel, StatusResponse } from '../output/status-response';

/** The two headers of `GET /healthz` with which the client says what it wants to know. */
export type HealthzQuestion = { brief: boolean; requireK8sConnectivity: boolean };

function isBad(model: StatusModel | undefined): boolean {
  return model !== undefined && model.state !== 'Ok' && model.state !== 'Disabled';
}

/** The answer while the agent starts: not every probe has run, so the state is a warning (v1.18 and later). */
function warming(response: StatusResponse): StatusResponse {
  const { 'attach-mode': _attachMode, ...rest } = response;
  return { ...rest, cilium: { state: 'Warning', msg: 'Not all probes executed at least once' } };
}

/** A lost API server is no fault of an agent that is asked to run without it. */
function withoutKubernetes(response: StatusResponse): StatusResponse {
  const { cilium, kubernetes } = response;
  const blamed = cilium?.msg?.indexOf('    Kubernetes service is not ready: ') ?? -1;
  if (!isBad(kubernetes) || blamed < 0) return response;
  return { ...response, cilium: { state: 'Ok', msg: cilium?.msg?.slice(0, blamed) } };
}

/** What `brief` leaves: the agent's state, its health daemon's, and the first controller that failed. */
function brief({ cilium, cluster, controllers, stale }: StatusResponse): StatusResponse {
  const failed = (controllers ?? []).find(({ status }) => (status?.['last-failure-msg'] ?? '') !== '');
  return {
    ...(cilium === undefined ? {} : { cilium }),
    cluster: {
      ...(cluster?.ciliumHealth === undefined ? {} : { ciliumHealth: cluster.ciliumHealth }),
      nodes: null,
    },
    ...(failed === undefined ? {} : { controllers: [failed] }),
    ...(stale === undefined ? {} : { stale }),
  };
}

/**
 * Gives what a reachable agent answers to `GET /healthz` (`getStatus` in daemon/cmd/status.go of v1.16,
 * pkg/status/status_collector.go of v1.20).
 */
export function healthzAnswer(agent: AgentAPI, question: HealthzQuestion): StatusResponse {
  const status = agent.status();
  const full = agent.socket() === 'warming' ? warming(status) : status;
  const judged = question.requireK8sConnectivity ? full : withoutKubernetes(full);
  return question.brief ? brief(judged) : judged;
}
