/** The lines of "KubeProxyReplacement Details", in the order Cilium prints them (cilium-output.md, 2.4). */
export const fieldIds = [
  'status',
  'socket-lb',
  'socket-lb-tracing',
  'socket-lb-coverage',
  'socket-lb-protocols',
  'devices',
  'mode',
  'dsr-dispatch-mode',
  'backend-selection',
  'session-affinity',
  'graceful-termination',
  'nat46x64',
  'nat46x64-services',
  'nat46x64-gateway',
  'nat46x64-prefixes',
  'xdp-acceleration',
  'services',
  'cluster-ip',
  'node-port',
  'load-balancer',
  'external-ips',
  'host-port',
  'annotations',
] as const;

export type FieldId = (typeof fieldIds)[number];

/** Narrows a word from the URL to a field. */
export function isFieldId(word: string): word is FieldId {
  return fieldIds.some((id) => id === word);
}
