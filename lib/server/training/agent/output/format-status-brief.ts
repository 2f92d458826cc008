import type { StatusModel, StatusResponse } from './status-response';

function isBad(status: StatusModel | undefined): status is StatusModel {
  return status?.state === 'Warning' || status?.state === 'Failure';
}

/** Prints `cilium status --brief`: `OK`, or the first component or controller that is not (pkg/client). */
export function formatStatusBrief(response: StatusResponse): string {
  const components: [string, StatusModel | undefined][] = [
    ['kvstore', response.kvstore],
    ['container runtime', response['container-runtime']],
    ['kubernetes', response.kubernetes],
    ['cilium', response.cilium],
    ['cilium-health', response.cluster?.ciliumHealth],
  ];
  for (const [name, status] of components) {
    if (isBad(status)) return `error in ${name}: ${status.msg ?? ''}\n`;
  }
  for (const { name, status } of response.controllers ?? []) {
    const message = status?.['last-failure-msg'] ?? '';
    if (message !== '') return `error in controller ${name ?? ''}: ${message}\n`;
  }
  return 'OK\n';
}
