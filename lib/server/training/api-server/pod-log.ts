import type { ServerResponse } from 'node:http';
import type { ApiContext } from './api-context';
import { containerTarget } from './exec-target';
import type { KindTypes } from './kube-object';
import type { RequestInfo } from './request-info';
import { badRequest } from './status-error';

const followEveryMs = 500;

function lastLines(text: string, count: number): string {
  const lines = text.split('\n');
  const ended = lines.at(-1) === '' ? lines.length - 1 : lines.length;
  return lines.slice(Math.max(0, ended - count)).join('\n');
}

/** When the container wrote its lines: what runs here says what it has to say as it starts. */
function writtenAt(pod: KindTypes['Pod'], container: string, previous: boolean): string {
  const { containerStatuses = [], initContainerStatuses = [] } = pod.status ?? {};
  const status = [...containerStatuses, ...initContainerStatuses].find(({ name }) => name === container);
  const { state, lastState } = status ?? {};
  const now = state?.running ?? state?.terminated;
  const started = previous ? lastState?.terminated : (now ?? lastState?.terminated);
  return started?.startedAt ?? pod.metadata.creationTimestamp ?? '';
}

/** What `sinceSeconds`, `sinceTime` and `timestamps` make of a log. */
function inTime(text: string, at: string, query: URLSearchParams, nowMs: number): string {
  const seconds = query.get('sinceSeconds');
  const since = query.get('sinceTime');
  const sinceMs = seconds === null ? Date.parse(since ?? '') : nowMs - Number(seconds) * 1000;
  if (Date.parse(at) < sinceMs) return '';
  if (query.get('timestamps') !== 'true') return text;
  return text.replace(/^(?=.)/gm, `${at.replace(/Z$/, '.000000000Z')} `);
}

/**
 * Answers `pods/log`: `container`, `tailLines`, `limitBytes`, `previous`, `sinceSeconds`, `sinceTime`, `timestamps` and
 * `follow`.
 */
export function sendPodLog(context: ApiContext, info: RequestInfo, response: ServerResponse): void {
  const { query, namespace = '', name = '' } = info;
  const { pod, container } = containerTarget(context, namespace, name, query.get('container'));
  if (!pod.spec?.nodeName) {
    // There is no kubelet to ask yet, and no error either.
    response.writeHead(204);
    response.end();
    return;
  }
  const previous = query.get('previous') === 'true';
  const read = () => context.runtime.logs(namespace, name, container, previous);
  const text = read();
  const at = writtenAt(pod, container, previous);
  if (text === undefined) {
    const waiting = pod.status?.containerStatuses?.find((status) => status.name === container)?.state
      ?.waiting;
    throw badRequest(
      previous
        ? `previous terminated container "${container}" in pod "${name}" not found`
        : `container "${container}" in pod "${name}" is waiting to start: ${waiting?.reason ?? 'ContainerCreating'}`,
    );
  }
  const tail = query.get('tailLines');
  const limitBytes = Number(query.get('limitBytes') ?? 0);
  const recent = inTime(text, at, query, context.clock.nowMs());
  let shown = tail === null ? recent : lastLines(recent, Number(tail));
  if (limitBytes > 0) shown = Buffer.from(shown).subarray(0, limitBytes).toString('utf8');
  response.writeHead(200, { 'Content-Type': 'text/plain' });
  response.write(shown);
  if (query.get('follow') !== 'true') {
    response.end();
    return;
  }
  let sent = text.length;
  let stop = () => {};
  const follow = () => {
    stop = context.clock.after(followEveryMs, () => {
      const now = read();
      if (now === undefined || now.length < sent) {
        response.end();
        return;
      }
      if (now.length > sent) response.write(now.slice(sent));
      sent = now.length;
      follow();
    });
  };
  follow();
  response.on('close', () => stop());
}
