import { handlingOf } from './handling';
import { traffics, type Acceleration, type Traffic, type XdpParameters } from './xdp-parameters';
import type { Layer } from './xdp-step';
import { xdpRefusal } from './xdp-start';

/** What comes in, in words. */
export const trafficWords: Record<Traffic, string> = {
  remote: 'From outside to a Service, backend on another node',
  local: 'From outside to a Service, backend on this node',
  'etp-local': 'From outside, external traffic policy Local',
  l7: 'From outside to a Service that Envoy handles',
  pod: 'From a pod of this node to a Service',
  other: 'To no Service at all',
};

/** The settings of the table: testing-only is no choice for a cluster. */
export const comparedAccelerations = ['disabled', 'native', 'best-effort'] as const satisfies Acceleration[];

/** One kind of traffic, and where it is handled with each setting. */
type XdpConsequence = { traffic: Traffic; cells: string[] };

const layerWords: Partial<Record<Layer, string>> = {
  xdp: 'in the driver',
  generic: 'behind the driver',
  tc: 'at tc',
  socket: 'at the socket',
};

/** Gives where everything that arrives at the chosen device is handled, with each setting. */
export function xdpConsequences(parameters: XdpParameters): XdpConsequence[] {
  return traffics.map((traffic) => ({
    traffic,
    cells: comparedAccelerations.map((acceleration) => {
      const each = { ...parameters, acceleration, traffic };
      const refusal = xdpRefusal(each);
      if (refusal !== null) return `no agent starts (${refusal.rule})`;
      const { layer, isBounced } = handlingOf(each);
      if (layer === null) return 'not at all';
      return isBounced ? 'in the driver, sent out from there' : (layerWords[layer] ?? layer);
    }),
  }));
}
