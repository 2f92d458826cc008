import { nicVerdicts, type VerdictKind } from './nic-verdict';
import type { Traffic, XdpParameters } from './xdp-parameters';
import type { Layer } from './xdp-step';

/** Where a packet is handled, and what that means. */
export type Handling = {
  /** The layer that translates it; null where it is for no Service. */
  layer: Layer | null;
  /** What runs at the device that it arrives at. */
  verdict: VerdictKind;
  /** It goes out again from the driver: the kernel never makes a packet of its own (skb) of it. */
  isBounced: boolean;
  /** Why an XDP program that is there leaves it alone; null where it does not, or there is none. */
  leftBy: string | null;
};

const leftBecause: Partial<Record<Traffic, string>> = {
  l7: 'Services that Envoy handles cannot be redirected from XDP.',
  'etp-local':
    'Since v1.19 XDP leaves Services of external policy Local to tc: their backend is on this node, and there packets have been put together by then (GRO).',
  other: 'It is for no Service: the program passes it up untouched.',
};

/** The version from which on XDP leaves external policy Local to tc (`lb_punt_etp_local`, 509db4659e). */
const puntSinceMinor = 19;

/** Gives where the packet of these parameters is handled (bpf/bpf_xdp.c, bpf/lib/nodeport.h, bpf/bpf_host.c). */
export function handlingOf(parameters: XdpParameters): Handling {
  const { traffic, minor, arrivesAt } = parameters;
  const verdict = nicVerdicts(parameters)[arrivesAt]?.kind ?? 'off';
  if (traffic === 'pod') return { layer: 'socket', verdict, isBounced: false, leftBy: null };
  const program: Layer | null = verdict === 'native' ? 'xdp' : verdict === 'generic' ? 'generic' : null;
  const isLeft =
    traffic === 'l7' || traffic === 'other' || (traffic === 'etp-local' && minor >= puntSinceMinor);
  const leftBy = program !== null && isLeft ? (leftBecause[traffic] ?? null) : null;
  const layer = traffic === 'other' ? null : program !== null && !isLeft ? program : 'tc';
  return { layer, verdict, isBounced: layer === 'xdp' && traffic === 'remote', leftBy };
}
