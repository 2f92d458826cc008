import { ciliumSides } from './cilium-sides';
import type { KubeProxyParameters } from './kube-proxy-parameters';
import { kubeProxySides } from './kube-proxy-sides';
import { lookupContext, type LookupContext } from './lookup-context';
import type { LookupStep, LookupStepId } from './lookup-step';

/** One connection to a Service, followed on both kinds of node at once. */
export type LookupWalk = LookupContext & { steps: LookupStep[] };

const titles: Record<LookupStepId, string> = {
  call: 'A connection begins',
  known: 'Is the connection known?',
  service: 'Which Service is it?',
  'node-port': 'Which node port is it?',
  choose: 'Which backend gets it?',
  address: 'What is that backend’s address?',
  keep: 'What is kept of it',
  answer: 'The answer comes back',
  later: 'The second packet, and all after it',
  change: 'One pod is replaced: what is written?',
};

const order: readonly LookupStepId[] = [
  ...(['call', 'known', 'service', 'node-port', 'choose', 'address', 'keep'] as const),
  ...(['answer', 'later', 'change'] as const),
];

/** Follows a connection as parameters describe it. */
export function lookupWalk(parameters: KubeProxyParameters): LookupWalk {
  const context = lookupContext(parameters);
  const kubeProxy = kubeProxySides(context);
  const cilium = ciliumSides(context);
  const steps = order.flatMap((id): LookupStep[] => {
    const side = kubeProxy[id];
    return side === null ? [] : [{ id, title: titles[id], kubeProxy: side, cilium: cilium[id] }];
  });
  return { ...context, steps };
}

/** Rules compared and entries read, up to and with a step; without one, for the whole way of the first packet. */
export function workUpTo({ steps }: LookupWalk, step = steps.length - 1): { rules: number; entries: number } {
  const done = steps.slice(0, step + 1);
  return {
    rules: done.reduce((sum, { kubeProxy }) => sum + kubeProxy.work, 0),
    entries: done.reduce((sum, { cilium }) => sum + cilium.work, 0),
  };
}
