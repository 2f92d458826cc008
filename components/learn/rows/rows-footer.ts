import type { ComponentProps } from 'react';
import type { SimulatorFooter } from '@/components/learn/simulator/simulator-footer';
import { releaseOf } from '@/lib/learn/rows/cluster-around';

const fields = [{ id: 'services', name: 'Services' }];
const keys = ['kube-proxy-replacement', 'enable-service-topology', 'bpf-lb-proto-diff'];

/** The command that prints the list: the client has its name since v1.15. */
export function listCommand(release: string): string {
  return `${releaseOf(release).minor >= 15 ? 'cilium-dbg' : 'cilium'} service list`;
}

/** Where the same is found in the cluster: the field, the keys, the command. */
export function rowsFooter(release: string): ComponentProps<typeof SimulatorFooter> {
  const command = `kubectl -n kube-system exec ds/cilium -- ${listCommand(release)}`;
  return { fields, keys, command, commandHint: undefined, version: release };
}
