/** The lines of "KubeProxyReplacement Details", in the order Cilium prints them (cilium-output.md, 2.4). */
export const detailsFieldIds = [
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
  'annotation-forwarding-mode',
  'annotation-lb-algorithm',
  'annotation-node',
  'annotation-node-selector',
  'annotation-proxy-delegation',
  'annotation-src-ranges-policy',
  'annotation-type',
] as const;

/** Lines elsewhere in the same output that bear on them, in the order printed (cilium-output.md, 2.2). */
export const neighbourFieldIds = [
  'host-routing',
  'routing',
  'attach-mode',
  'device-mode',
  'masquerading',
  'controllers',
  'bpf-maps',
  'cluster-health',
] as const;

/** Every line of `cilium status` that has an explanation of its own. */
export const fieldIds = [...detailsFieldIds, ...neighbourFieldIds] as const;

export type FieldId = (typeof fieldIds)[number];

/** Narrows a word from the URL to a field. */
export function isFieldId(word: string): word is FieldId {
  return fieldIds.some((id) => id === word);
}
