import type { Handling } from '@/lib/learn/xdp/handling';
import { kernelAtLeast } from '@/lib/learn/xdp/xdp-drivers';
import { nicName, type XdpParameters } from '@/lib/learn/xdp/xdp-parameters';
import type { Layer } from '@/lib/learn/xdp/xdp-step';

/** TCX needs Linux 6.6, and Cilium 1.16. */
const tcxSince = { kernel: '6.6', minor: 16 } as const;

/** What a layer is called, and what is there. */
export function layerWords(
  layer: Layer,
  { arrivesAt, kernel, minor }: XdpParameters,
  { verdict }: Handling,
): { name: string; remark: string } {
  const name = nicName(arrivesAt);
  switch (layer) {
    case 'nic':
      return { name: 'Network devices', remark: 'the cards, and the cable' };
    case 'xdp':
      return {
        name: 'XDP, in the driver',
        remark: verdict === 'native' ? `${name}: Cilium’s program` : `${name}: no program`,
      };
    case 'generic':
      return {
        name: 'Generic XDP',
        remark: verdict === 'generic' ? `${name}: Cilium’s program` : `${name}: no program`,
      };
    case 'tc':
      return {
        name:
          minor >= tcxSince.minor && kernelAtLeast(kernel, tcxSince.kernel) ? 'tcx ingress' : 'tc ingress',
        remark: `${name}: Cilium’s program`,
      };
    case 'stack':
      return { name: 'Routing, netfilter', remark: 'kube-proxy’s rules, if any' };
    case 'socket':
      return { name: 'Sockets, pods', remark: 'socket load balancing' };
  }
}
