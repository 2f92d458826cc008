import type { SocketParameters } from './socket-parameters';

/** Who puts a backend's address in place of the Service's. */
export type TranslationPlace = 'socket' | 'pod-device' | 'node-device' | 'kube-proxy' | 'nobody';

/**
 * Gives who translates a call to the Service.
 *
 * Socket hooks see calls of this machine's kernel only (not those in a guest's), and in host-only of the host's network
 * namespace only; pods' packets are then balanced at their device. With full coverage that per-packet path is not
 * compiled in: `ENABLE_PER_PACKET_LB` of bpf/bpf_lxc.c asks for no full coverage, or L7 load balancing or SCTP, which
 * are taken as off here. Without kube-proxy replacement Cilium balances pods' cluster IPs only.
 */
export function translationPlace({
  coverage,
  caller,
}: Pick<SocketParameters, 'coverage' | 'caller'>): TranslationPlace {
  switch (caller) {
    case 'outside':
      return coverage === 'off' ? 'kube-proxy' : 'node-device';
    case 'host':
      return coverage === 'off' ? 'kube-proxy' : 'socket';
    case 'kata':
      return coverage === 'full' ? 'nobody' : 'pod-device';
    case 'pod':
    case 'sidecar':
      return coverage === 'full' ? 'socket' : 'pod-device';
  }
}
