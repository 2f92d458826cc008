import type { ConnectionEffect, PlannedChange } from './plan';

type Effect = Omit<ConnectionEffect, 'keys'> & {
  keys: readonly string[];
  when?: (change: PlannedChange) => boolean;
};

const isFrom = (value: string) => (change: PlannedChange) => change.now.some((now) => now.value === value);
const dsr = ['dsr', 'hybrid'];

/** What each change does to connections (cilium-config.md 3.6; 3.4 for Socket LB). */
const effects: readonly Effect[] = [
  {
    keys: ['bpf-lb-mode'],
    when: (change) => isFrom('snat')(change) && dsr.includes(change.to ?? ''),
    live: 'Connections inside the cluster, and those from outside to a backend on the node they enter by.',
    breaks:
      'From outside to a backend on another node, until all agents are done: a node that is ready sends packets with the mark of DSR to nodes that cannot read it yet.',
    basis: 'code',
  },
  {
    keys: ['bpf-lb-mode'],
    when: (change) => !(isFrom('snat')(change) && dsr.includes(change.to ?? '')),
    live: 'Connections inside the cluster, and those from outside to a backend on the node they enter by.',
    breaks:
      'Established connections from outside to a backend on another node may lose the translation of their replies.',
    basis: 'code',
  },
  {
    keys: ['bpf-lb-dsr-dispatch', 'tunnel-protocol'],
    live: 'Connections inside one node.',
    breaks:
      'Packets between a node that has restarted and one that has not: both must speak the same. A new tunnel protocol concerns all traffic between pods on different nodes.',
    basis: 'code',
  },
  {
    keys: ['bpf-lb-algorithm'],
    live: 'Established connections that keep their node: connection tracking remembers the backend.',
    breaks:
      'New connections may go elsewhere. Where a router moves a connection to another node, that node may choose another backend until all agents are done.',
    basis: 'code',
  },
  {
    keys: ['bpf-lb-maglev-table-size', 'bpf-lb-maglev-hash-seed'],
    live: 'Established connections that keep their node.',
    breaks: 'New connections get their backend inconsistently between nodes until every agent has restarted.',
    basis: 'documented',
  },
  {
    keys: ['bpf-lb-acceleration'],
    live: 'All of them, where the driver swaps programs without a reset.',
    breaks: 'On some network cards (mlx5) the link resets: a few seconds of loss on that node.',
    basis: 'issues',
  },
  {
    keys: ['bpf-lb-sock', 'bpf-lb-sock-hostns-only', 'enable-host-reachable-services'],
    live: 'Connections from outside the cluster.',
    breaks:
      'Existing connections from pods and from the node to Services may break or go astray. Cilium’s older documentation says to drain workloads first.',
    basis: 'documented',
  },
  {
    keys: ['kube-proxy-replacement'],
    live: 'None that goes through a Service is safe.',
    breaks: 'Existing connections to Services: kube-proxy and Cilium keep translation tables of their own.',
    basis: 'documented',
  },
  {
    keys: ['bpf-lb-map-max'],
    live: 'None that goes through a Service is safe.',
    breaks: 'The maps are made anew; Cilium says that resizing might break existing connections to Services.',
    basis: 'code',
  },
  {
    keys: ['node-port-range'],
    live: 'Connections to node ports inside the new range.',
    breaks:
      'Services whose node port lies outside the new range; the API server allots from a range of its own.',
    basis: 'code',
  },
  {
    keys: ['bpf-lb-mode-annotation'],
    live: 'Connections to Services without the annotation.',
    breaks: 'Connections to Services that have the annotation forwarding-mode already.',
    basis: 'documented',
  },
];

/** What a restart alone does: it comes with every plan. */
export const restartEffect: ConnectionEffect = {
  keys: [],
  live: 'All that the restart alone concerns: the datapath stays in the kernel while the agent is away.',
  breaks:
    'Changes of Services and pods are not followed on a node until its agent is ready again. Rarely endpoints lost their connectivity until the next restart (issue 27922).',
  basis: 'issues',
};

/** Gives what the changes of a plan do to connections, and what the restart does by itself. */
export function connectionEffects(changes: readonly PlannedChange[]): ConnectionEffect[] {
  const found = effects.flatMap(({ keys, when, ...effect }): ConnectionEffect[] => {
    const hit = changes.filter((change) => keys.includes(change.key) && (when?.(change) ?? true));
    return hit.length === 0 ? [] : [{ ...effect, keys: hit.map(({ key }) => key) }];
  });
  return [...found, restartEffect];
}
