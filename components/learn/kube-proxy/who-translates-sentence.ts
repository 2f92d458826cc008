import { formatCount, formatPlural } from '@/lib/format';
import { replacement } from '@/lib/cilium/fields/features';
import type { AgentList } from '@/lib/snapshot/live-event';

/** One sentence that is true read alone, and what belongs to it. */
export type WhoTranslates = { state: string; rest: string };

/** Gives who translates Services in this cluster, as the agents and the pods of kube-proxy tell. */
export function whoTranslates({ items, facts }: AgentList): WhoTranslates {
  const told = items.flatMap(({ status }) => {
    const replaced = status === null ? 'unknown' : replacement(status);
    return replaced === 'unknown' ? [] : [replaced];
  });
  const whole = told.filter((replaced) => replaced === 'full').length;
  const rest = kubeProxySentence(facts.kubeProxyPods);
  if (told.length === 0) return { state: 'No agent has said yet who translates Services here.', rest };
  if (whole === 0) {
    return {
      state: `Here kube-proxy is not replaced as a whole, on ${onNodes(told.length)}.`,
      rest: `Cilium still translates what its pods send to a ClusterIP. ${rest}`,
    };
  }
  if (whole < told.length) {
    return {
      state: `On ${formatCount(whole)} of ${formatPlural(told.length, 'node')} Cilium translates Services, on the others it is not told to.`,
      rest,
    };
  }
  if (facts.kubeProxyPods !== null && facts.kubeProxyPods > 0) {
    return {
      state: `Here Cilium translates Services, on ${onNodes(whole)}, and kube-proxy still runs beside it.`,
      rest: `${rest} The rules they write hardly see a packet any more, and each side keeps its own table of connections: who takes one away breaks what it holds.`,
    };
  }
  return { state: `Here Cilium translates Services, on ${onNodes(whole)}.`, rest };
}

function onNodes(count: number): string {
  if (count <= 2) return count === 1 ? 'the one node that answered' : 'both nodes that answered';
  return `all ${formatCount(count)} nodes that answered`;
}

function kubeProxySentence(pods: number | null): string {
  if (pods === null) return 'Whether kube-proxy runs as well cannot be told: pods may not be listed.';
  if (pods === 0) return 'No pod of kube-proxy runs.';
  return `${formatPlural(pods, 'pod')} of kube-proxy ${pods === 1 ? 'runs' : 'run'}.`;
}
