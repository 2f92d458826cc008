import { silentAgent } from '@/components/shell/freshness-of';
import { formatNumberWord, formatWordList } from '@/lib/format';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { AttentionItem } from '@/lib/snapshot/attention';

/** The sentence on top: what is, and what wants a look. It must be true read alone. */
export type OverviewSentence = { state: string; attention: string };

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function answering(total: number, silent: number): string {
  if (silent === 0) {
    return total === 1
      ? 'the agent answers'
      : total === 2
        ? 'both agents answer'
        : `all ${formatNumberWord(total)} agents answer`;
  }
  if (silent === total)
    return total === 1
      ? 'the agent does not answer'
      : `none of the ${formatNumberWord(total)} agents answers`;
  return `${formatNumberWord(silent)} of ${formatNumberWord(total)} agents ${silent === 1 ? 'does' : 'do'} not answer`;
}

type Replacement = 'replaced' | 'partly' | 'not' | 'unknown';

/** Cilium's words for its replacement of kube-proxy (cilium-output.md): 1.13 and older print Strict, Partial, Probe and Disabled, newer ones True and False. */
function replacement({ status }: AgentView): Replacement {
  switch (status?.kubeProxyReplacement?.mode.toLowerCase()) {
    case 'strict':
    case 'true':
      return 'replaced';
    case 'partial':
    case 'probe':
      return 'partly';
    case 'disabled':
    case 'false':
      return 'not';
    default:
      return 'unknown';
  }
}

function onNodes(count: number, total: number): string {
  if (count < total) return `on ${formatNumberWord(count)} of ${formatNumberWord(total)} nodes`;
  return total === 1
    ? 'on its node'
    : total === 2
      ? 'on both nodes'
      : `on all ${formatNumberWord(total)} nodes`;
}

/** The clause on kube-proxy; null where no agent has said. */
function replacing(agents: readonly AgentView[]): string | null {
  const counts = { replaced: 0, partly: 0, not: 0, unknown: 0 };
  for (const agent of agents) counts[replacement(agent)] += 1;
  const total = agents.length;
  if (counts.unknown === total) return null;
  if (counts.replaced > 0) return `kube-proxy is replaced ${onNodes(counts.replaced, total)}`;
  if (counts.partly > 0) return `kube-proxy is partly replaced ${onNodes(counts.partly, total)}`;
  return counts.not === total
    ? 'kube-proxy is not replaced'
    : `kube-proxy is not replaced ${onNodes(counts.not, total)}`;
}

function counted(count: number, one: string, many = `${one}s`): string | null {
  return count === 0 ? null : `${formatNumberWord(count)} ${count === 1 ? one : many}`;
}

/** Names what wants a look by its kind; several matters of one Service or one agent count once. */
function things(items: readonly AttentionItem[]): { words: string; count: number } {
  const services = new Set<string>();
  const addresses = new Set<string>();
  const agents = new Set<string>();
  let others = 0;
  for (const { kind, title, target } of items) {
    if (target.frontendKey !== undefined) (title === target.frontendKey ? addresses : services).add(title);
    else if (target.node !== undefined && kind.startsWith('agent-')) agents.add(target.node);
    else others += 1;
  }
  const words = [
    counted(services.size, 'Service'),
    counted(
      addresses.size,
      services.size > 0 ? 'other address' : 'address',
      services.size > 0 ? 'other addresses' : 'addresses',
    ),
    counted(agents.size, 'agent'),
    counted(others, services.size + addresses.size + agents.size > 0 ? 'other matter' : 'matter'),
  ].filter((clause) => clause !== null);
  return { words: formatWordList(words), count: services.size + addresses.size + agents.size + others };
}

/** Gives the sentence on top of the Overview. */
export function overviewSentence(
  agents: readonly AgentView[],
  attention: readonly AttentionItem[],
): OverviewSentence {
  const grave = attention.filter(({ severity }) => severity !== 'info');
  const { words, count } = things(grave);
  const needs =
    count === 0
      ? 'Nothing needs attention.'
      : `${capital(words)} ${count === 1 ? 'needs' : 'need'} attention.`;
  if (agents.length === 0)
    return {
      state: 'No Cilium agent was found in this cluster.',
      attention: grave.length === 0 ? '' : needs,
    };
  const silent = agents.filter((agent) => silentAgent(agent) !== null).length;
  const replaced = replacing(agents);
  // What a silent agent said last may no longer be so.
  const known = replaced !== null && silent > 0 ? `by the last answers ${replaced}` : replaced;
  const clauses = [answering(agents.length, silent), known].filter((clause) => clause !== null);
  return { state: `${capital(clauses.join(silent > 0 ? '; ' : ', and '))}.`, attention: needs };
}
