import type { AgentStatus } from '../../agent-status';
import { networkRouting } from '../features';
import type { FieldContext } from '../field-context';
import type { Picture } from './picture';
import { same } from './picture';

/** A pod that sends to a pod on another node; null without an example elsewhere, or where the routing is not known. */
export function pictureOfRouting(status: AgentStatus, context: FieldContext): Picture | null {
  const way = networkRouting(status);
  const examples = [context.outside, ...Object.values(context.byType).map(({ example }) => example)];
  const backend = examples
    .map((example) => example?.backend ?? null)
    .find((one) => one !== null && one.node !== null && one.node !== context.node);
  if (way === 'unknown' || backend === undefined || backend === null || backend.node === null) return null;
  const tunnel = way === 'tunnel';
  const protocol = status.routing?.tunnelProtocol ?? 'a tunnel';
  const carried = tunnel ? { carries: `inside ${protocol}, from node to node` } : {};
  const pod = same('pod');
  const target = same(backend.address);
  return {
    label: tunnel
      ? `A pod sends to ${backend.address}; ${context.node} wraps the packet for ${backend.node}, which unwraps it`
      : `A pod sends to ${backend.address}; the packet travels under the pods’ own addresses`,
    stations: [
      { title: 'Pod', address: `on ${context.node}`, request: '', answer: '', remark: '', active: false },
      {
        title: `Node ${context.node}`,
        address: context.nodeIP ?? '',
        request: tunnel ? 'wrap' : 'route',
        answer: tunnel ? 'unwrap' : 'route',
        remark: `Host: ${status.routing?.host ?? ''}`,
        active: true,
      },
      {
        title: `Node ${backend.node}`,
        address: backend.address,
        request: tunnel ? 'unwrap' : '',
        answer: tunnel ? 'wrap' : '',
        remark: '',
        active: tunnel,
      },
    ],
    hops: [
      { from: 0, to: 1, lane: 'request', source: pod, destination: target, note: '' },
      {
        from: 1,
        to: 2,
        lane: 'request',
        source: pod,
        destination: target,
        note: tunnel ? 'the network sees the nodes only' : 'the network knows the pods’ addresses',
        ...carried,
      },
      { from: 2, to: 1, lane: 'answer', source: target, destination: pod, note: '', ...carried },
      { from: 1, to: 0, lane: 'answer', source: target, destination: pod, note: '' },
    ],
    caption: 'Addresses are this cluster’s; “pod” stands for any pod of this node.',
  };
}
