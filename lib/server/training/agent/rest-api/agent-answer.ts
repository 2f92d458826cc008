import { atLeast } from '../cilium-version';
import type { AgentAPI } from '../commands/agent-api';
import { healthzAnswer } from '../status/healthz-answer';
import { healthResponse } from './health-response';
import { healthTable } from './health-table';

/** A request as the client in the container makes it. */
export type AgentRequest = {
  method: string;
  path: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  body: string;
};

export type AgentAnswer = { status: number; body: string };

function json(value: unknown, status = 200): AgentAnswer {
  return { status, body: `${JSON.stringify(value)}\n` };
}

/** The error of go-swagger's router. */
function notFound(path: string): AgentAnswer {
  return json({ code: 404, message: `path ${path} was not found` }, 404);
}

/** Answers a query of StateDB; the one table that `cilium status` reads is `health`. */
function stateDBQuery(agent: AgentAPI, body: string): AgentAnswer {
  let question: { table?: unknown; key?: unknown };
  try {
    question = JSON.parse(body) as typeof question;
  } catch (error) {
    return json({ rev: 0, obj: null, err: String(error) }, 400);
  }
  if (question.table !== 'health') {
    return json({ rev: 0, obj: null, err: `Table ${JSON.stringify(question.table)} not found` }, 404);
  }
  const key = Buffer.from(String(question.key ?? ''), 'base64').toString();
  return { status: 200, body: healthTable(agent.modules(), key, agent.nowMs()) };
}

/** Answers what `cilium-dbg status` and `cilium-dbg service` ask on the agent's socket; anything else is not found. */
export function agentAnswer(agent: AgentAPI, { method, path, headers, body }: AgentRequest): AgentAnswer {
  if (method !== 'GET') return notFound(path);
  switch (path) {
    case '/v1/healthz':
      return json(
        healthzAnswer(agent, {
          brief: headers.brief === 'true',
          requireK8sConnectivity: headers['require-k8s-connectivity'] !== 'false',
        }),
      );
    case '/v1/service':
      return json(agent.services());
    case '/statedb/query':
      return stateDBQuery(agent, body);
  }
  // v1.18 took the questions after one service away.
  const id = atLeast(agent.version, 18) ? undefined : /^\/v1\/service\/(\d+)$/.exec(path)?.[1];
  if (id === undefined) return notFound(path);
  const found = agent.services().find(({ spec }) => spec?.id === Number(id));
  return found === undefined ? { status: 404, body: '' } : json(found);
}

/** Answers what they ask on the health daemon's socket. */
export function healthDaemonAnswer(agent: AgentAPI, { method, path }: AgentRequest): AgentAnswer {
  const health = agent.health();
  if (method !== 'GET' || path !== '/v1beta/status' || health === null) return notFound(path);
  return json(healthResponse(health));
}
