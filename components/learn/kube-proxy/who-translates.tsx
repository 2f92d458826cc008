'use client';

import { useQuery } from '@tanstack/react-query';
import { formatPlural } from '@/lib/format';
import { agentsQuery } from '@/lib/queries/agents';
import { whoTranslates } from './who-translates-sentence';

/** What has to be done on every node, and who does it in this cluster. */
export function WhoTranslates() {
  const { data, isError } = useQuery(agentsQuery());
  const here =
    data === undefined
      ? {
          state: isError ? 'KPR Explorer could not be asked who does it here.' : 'Looking at this cluster.',
          rest: '',
        }
      : whoTranslates(data);
  return (
    <div className="max-w-[96ch] px-4 pb-5 desk:px-6">
      <p className="-mt-2 text-lead text-pretty text-muted">
        <strong className="font-medium text-text">{here.state}</strong> {here.rest}
      </p>
      <p className="mt-3 text-pretty text-muted">
        A Service’s address belongs to no machine. Somebody on every node has to replace it by a pod’s address
        in what leaves, and put it back in what returns. kube-proxy has the kernel do it with lists of rules
        (iptables, or since Kubernetes 1.29 nftables) or a table (IPVS). Cilium does it with eBPF programs
        that look the address up in a hash map: at the socket when a pod calls, at the network device when a
        packet comes from outside.{' '}
        {data !== undefined && data.facts.services !== null && (
          <>
            Both read the same {formatPlural(data.facts.services, 'Service')} and their EndpointSlices from
            the API.
          </>
        )}
      </p>
    </div>
  );
}
