import { counted, figure } from './counted';
import { endpointChangeWork } from './endpoint-change';
import { iptablesRules } from './iptables-rules';
import type { LookupContext } from './lookup-context';
import { lookupSide, type LookupSide, type LookupStepId } from './lookup-step';

/** The rules of kube-proxy's chains that have a fixed number. */
export const fixedRules = {
  /** KUBE-EXT-*, and KUBE-MARK-MASQ between its two. */
  external: 3,
  /** KUBE-SVC-*: whether a stranger calls the cluster IP. */
  strangers: 1,
  /** KUBE-SEP-*: whether the endpoint calls itself, and the rewriting. */
  endpoint: 2,
  /** KUBE-POSTROUTING, for a packet that is not marked, and for one that is. */
  unmarked: 1,
  marked: 3,
} as const;

const compared = (count: number): string => `${counted(count, 'rule')} compared`;

/** What a node with kube-proxy in iptables mode does, step by step; null where a step is none of its. */
export function kubeProxySides(context: LookupContext): Record<LookupStepId, LookupSide | null> {
  const { parameters, chains, rule, drawn, called, backend, isOutside, ends } = context;
  const { services, backends } = parameters;
  const rules = iptablesRules(context);
  const searched = isOutside ? services + 1 : rule;
  const toNodePort = rule + fixedRules.external;
  const chosen = fixedRules.strangers + drawn;
  const kept = isOutside ? fixedRules.marked : fixedRules.unmarked;
  const packet = ends.protocol === 'TCP' ? 'SYN' : 'datagram';
  const change = endpointChangeWork(parameters);
  return {
    call: lookupSide({
      place: isOutside ? 'the node’s device' : 'the pod’s device',
      tally: 'one packet',
      told: isOutside
        ? 'The packet is taken up by the network stack, to its hooks of netfilter.'
        : 'connect(2) knows nothing of Services: the packet is made with the Service’s address, and leaves the pod.',
      lines: [`${packet} → ${called}`],
    }),
    known: lookupSide({
      place: 'conntrack',
      tally: 'not there',
      told: 'One look by hash into the kernel’s table of connections. It is not there, so the packet goes through the table nat. Only the first packet of a connection does.',
      lines: [rules.prerouting],
    }),
    service: lookupSide({
      ...{ place: 'KUBE-SERVICES', isName: true, work: searched, tally: compared(searched) },
      strip: { count: isOutside ? services + 1 : services, from: 1, to: searched, fits: true },
      told: isOutside
        ? `The address is the node’s own: none of the ${counted(services, 'rule')} for Services fits, and each is compared. The last rule of the chain takes what is for the node itself.`
        : `From the top, one after another: protocol, address, port. Number ${figure(rule)} of ${figure(services)} fits. Which number a Service has is chance: kube-proxy writes them in the order of a Go map, which has none.`,
      lines: [isOutside ? rules.toNodePorts : rules.service],
    }),
    'node-port': isOutside
      ? lookupSide({
          ...{ place: 'KUBE-NODEPORTS', isName: true, work: toNodePort, tally: compared(toNodePort) },
          strip: { count: services, from: 1, to: rule, fits: true },
          told: `Again from the top, now by port alone: number ${figure(rule)} of ${figure(services)} fits, if every Service has a node port. KUBE-EXT has two rules: the packet is marked (one rule more), and goes on.`,
          lines: [rules.nodePort, rules.markOutside, rules.mark, rules.toService],
        })
      : null,
    choose: lookupSide({
      ...{ place: chains.service, isName: true, work: chosen, tally: compared(chosen) },
      strip: { count: fixedRules.strangers + backends, from: 1, to: chosen, fits: true },
      told: `${isOutside ? 'The first rule is about the cluster IP and does not fit.' : 'The first rule marks callers that are no pods: it does not fit.'} Then one rule for each endpoint, each with its chance: ${chances(backends)} All endpoints are equally likely; here it is number ${drawn}.`,
      lines: [rules.markStrangers, rules.endpoint],
    }),
    address: lookupSide({
      ...{
        place: chains.endpoint,
        isName: true,
        work: fixedRules.endpoint,
        tally: compared(fixedRules.endpoint),
      },
      strip: { count: fixedRules.endpoint, from: 1, to: fixedRules.endpoint, fits: true },
      told: 'The first rule asks whether the endpoint calls itself. The second writes its address into the packet.',
      lines: [rules.markItself, rules.rewrite],
    }),
    keep: lookupSide({
      ...{ place: 'KUBE-POSTROUTING', isName: true, work: kept, tally: compared(kept) },
      strip: { count: fixedRules.marked, from: 1, to: kept, fits: true },
      told: isOutside
        ? 'The packet is marked: the node’s address becomes its source, so that the answer comes back this way; also where the endpoint is on this very node. conntrack keeps both changes.'
        : 'The packet is not marked: the first rule sends it on. conntrack keeps what became of the address.',
      lines: isOutside ? [rules.unmarked, rules.unmark, rules.masquerade] : [rules.unmarked],
    }),
    answer: lookupSide({
      place: 'conntrack',
      tally: 'rewritten, no rule of nat',
      told: 'One look by hash: the connection is known, and the Service’s address is put back. No rule of nat is compared.',
      lines: [`${backend} becomes ${called}`],
    }),
    later: lookupSide({
      place: 'conntrack',
      tally: 'rewritten, no rule of nat',
      told: 'Found by hash and rewritten as the first one was. The long chain is paid for once in a connection: who keeps connections open hardly feels it.',
      lines: [`${called} becomes ${backend}`],
    }),
    change: lookupSide({
      ...{
        place: 'KUBE-SERVICES',
        isName: true,
        tally: `${counted(change.iptablesPartial, 'rule')} written`,
      },
      strip: { count: services, from: 1, to: services, fits: false },
      told: `iptables-restore gets the chain of all Services as a whole, and the chains of the one that changed: ${figure(services)} + 1 + 3 × ${figure(backends)} rules. Up to Kubernetes 1.26 it got every chain: ${figure(change.iptablesWhole)} rules.`,
      lines: [],
    }),
  };
}

function chances(backends: number): string {
  if (backends === 1) return 'with one endpoint, always.';
  if (backends === 2) return '1/2, then always.';
  return `1/${backends}, then 1/${backends - 1}${backends > 3 ? ' and so on' : ''}, the last always.`;
}
