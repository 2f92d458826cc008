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
    <section aria-labelledby="who" className="border-t border-line px-4 pt-4 pb-5 desk:px-6">
      <h2 id="who" className="pb-1 font-semibold">
        Who does it here
      </h2>
      <p className="max-w-[96ch] text-pretty">
        {here.state} <span className="text-muted">{here.rest}</span>
      </p>
      <p className="mt-1 max-w-[96ch] text-pretty text-muted">
        A Service’s address belongs to no machine: somebody on every node has to put a pod’s address in its
        place, and to put it back in answers. kube-proxy has other modes than the one above: nftables (since
        Kubernetes 1.29) and IPVS look Services up in a table, as Cilium does.{' '}
        {data !== undefined && data.facts.services !== null && (
          <>
            Both read the same {formatPlural(data.facts.services, 'Service')} and their EndpointSlices from
            the API.
          </>
        )}
      </p>
    </section>
  );
}
