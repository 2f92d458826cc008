'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { forwardingOf } from '@/lib/cilium/packet-path/forwarding';
import type { L4 } from '@/lib/cilium/packet-path/packet';
import { formatSocketAddress } from '@/lib/cilium/packet-path/packet';
import { walkPacket } from '@/lib/cilium/packet-path/walk-packet';
import { frontendsQuery } from '@/lib/queries/frontends';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { FrontendDetail, FrontendView } from '@/lib/snapshot/frontend-view';
import { maglevSharesOf } from '@/lib/snapshot/trace/maglev-shares-of';
import { pathNodes } from '@/lib/snapshot/trace/path-nodes';
import { traceQuestion } from '@/lib/snapshot/trace/trace-question';
import { parseTraceSource, tracePods } from '@/lib/snapshot/trace/trace-source';
import type { TraceUrl } from './trace-url';

const noFrontends: FrontendView[] = [];

/** Follows the packet that the URL asks for through the live tables and settings. */
export function useTrace(detail: FrontendDetail, agents: readonly AgentView[], url: TraceUrl) {
  const frontends = useQuery(frontendsQuery()).data?.items ?? noFrontends;
  const { nodes, assumedOf } = useMemo(() => pathNodes(agents), [agents]);
  const { frontend, policies, apiBackends } = detail;
  const pods = useMemo(
    () => tracePods(frontends, frontend.ip).filter(({ node }) => nodes.has(node)),
    [frontends, frontend.ip, nodes],
  );
  const protocol = protocolOf(frontend, url.l4);
  const source = url.trace === null ? null : parseTraceSource(url.trace);
  const node = source?.kind === 'pod' ? pods.find(({ ip }) => ip === source.ip)?.node : source?.node;
  const agent = agents.find((candidate) => candidate.node === node);
  const maglev = useMemo(
    () =>
      agent === undefined ? null : maglevSharesOf(frontend, agent, policies?.annotations ?? {}, apiBackends),
    [frontend, agent, policies, apiBackends],
  );
  const question =
    source === null || protocol === null
      ? null
      : traceQuestion({
          frontend,
          frontends,
          policies,
          nodes,
          pods,
          source,
          protocol,
          packet: url.packet,
          follow: url.via ?? elsewhere(frontend, node),
          maglev: source.kind === 'outside' ? maglev : null,
          checksSource: url.net.includes('source'),
          dropsIPOptions: url.net.includes('options'),
        });
  const at = node === undefined ? undefined : nodes.get(node);
  return {
    source,
    node: node ?? null,
    nodes: [...nodes.keys()].sort(),
    pods,
    protocol,
    question,
    walk: question === null ? null : walkPacket(question),
    attach: at?.settings.attach ?? 'tc',
    assumed: node === undefined ? [] : (assumedOf.get(node) ?? []),
    isDsr:
      question !== null &&
      at !== undefined &&
      source?.kind === 'outside' &&
      forwardingOf(at.settings, question.protocol, question.policies) !== 'snat',
  };
}

/** Null for what Cilium balances and nothing here follows: SCTP. */
function protocolOf({ protocol }: FrontendView, asked: L4): L4 | null {
  if (protocol === 'TCP' || protocol === 'UDP') return protocol;
  return protocol === 'SCTP' ? null : asked;
}

/** The first active backend on another node than the packet's: its way shows more than one on the same node. */
function elsewhere({ backends }: FrontendView, node: string | undefined): string | null {
  const found = backends.find(
    ({ state, target }) =>
      (state === null || state === 'active') && target.node !== null && target.node !== node,
  );
  return found === undefined ? null : formatSocketAddress({ ip: found.ip, port: found.port });
}
