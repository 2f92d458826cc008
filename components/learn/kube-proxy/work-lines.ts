import { endpointChangeWork } from '@/lib/learn/kube-proxy/endpoint-change';
import { firstPacketWork } from '@/lib/learn/kube-proxy/first-packet';
import type { ServiceLoad } from '@/lib/learn/kube-proxy/service-load';
import { serviceBounds } from '@/lib/learn/kube-proxy/kube-proxy-parameters';
import type { WorkName } from '@/lib/learn/kube-proxy/kube-proxy-state';

/** One line of the chart: what it is, how it is drawn, and its height at a load. */
export type WorkLine = {
  id: string;
  label: string;
  side: 'kube-proxy' | 'cilium';
  dashed: boolean;
  workAt: (load: ServiceLoad) => number;
};

const lines: Record<WorkName, readonly WorkLine[]> = {
  packet: [
    {
      id: 'last',
      label: 'iptables, the last Service',
      side: 'kube-proxy',
      dashed: true,
      workAt: (load) => firstPacketWork(load).iptablesLast,
    },
    {
      id: 'average',
      label: 'iptables, on average',
      side: 'kube-proxy',
      dashed: false,
      workAt: (load) => firstPacketWork(load).iptables,
    },
    {
      id: 'maglev',
      label: 'Cilium, Maglev',
      side: 'cilium',
      dashed: true,
      workAt: (load) => firstPacketWork(load).maglev,
    },
    {
      id: 'random',
      label: 'Cilium, Random',
      side: 'cilium',
      dashed: false,
      workAt: (load) => firstPacketWork(load).random,
    },
  ],
  change: [
    {
      id: 'whole',
      label: 'iptables, to Kubernetes 1.26',
      side: 'kube-proxy',
      dashed: true,
      workAt: (load) => endpointChangeWork(load).iptablesWhole,
    },
    {
      id: 'partial',
      label: 'iptables, since 1.27',
      side: 'kube-proxy',
      dashed: false,
      workAt: (load) => endpointChangeWork(load).iptablesPartial,
    },
    {
      id: 'maglev',
      label: 'Cilium, Maglev',
      side: 'cilium',
      dashed: true,
      workAt: (load) => endpointChangeWork(load).maglev,
    },
    {
      id: 'random',
      label: 'Cilium, Random',
      side: 'cilium',
      dashed: false,
      workAt: (load) => endpointChangeWork(load).random,
    },
  ],
};

/** Gives the lines that a choice shows, kube-proxy's first. */
export function workLines(work: WorkName): readonly WorkLine[] {
  return lines[work];
}

/** Where the lines are read: close enough that they look smooth on a logarithmic scale. */
const servicesAt = Array.from({ length: 46 }, (_, step) => Math.round(serviceBounds.max ** (step / 45)));

/** Gives the chart's points: the number of Services, and each line's height by its id. */
export function workPoints(work: WorkName, backends: number): Record<string, number>[] {
  return servicesAt.map((services) => ({
    services,
    ...Object.fromEntries(workLines(work).map(({ id, workAt }) => [id, workAt({ services, backends })])),
  }));
}
