import type { Handling } from './handling';
import { nicName, type Traffic, type XdpParameters } from './xdp-parameters';
import { layers, type Layer, type XdpStep } from './xdp-step';

/** A packet from outside: it climbs from the cable to where it is handled; its answer comes back the same way. */
export function stepsFromOutside(parameters: XdpParameters, handling: Handling): XdpStep[] {
  const { traffic } = parameters;
  const request = climb(parameters, handling, 'request');
  if (traffic !== 'remote') return [...request, ...upToPod(parameters, handling)];
  return [
    ...request,
    leaves(parameters, handling, 'request', 'It goes out again, to the backend’s node'),
    ...climb(parameters, handling, 'answer'),
    leaves(parameters, handling, 'answer', 'The answer goes out, to the client'),
  ];
}

function climb(parameters: XdpParameters, handling: Handling, lane: XdpStep['lane']): XdpStep[] {
  const top = handling.layer ?? 'tc';
  const passed = layers.slice(1, layers.indexOf(top) + 1);
  const isAnswer = lane === 'answer';
  return [
    {
      ...{ layer: 'nic', lane, isUp: true, deed: 'arrives' },
      title: `${isAnswer ? 'The backend’s answer' : 'The packet'} arrives at ${nicName(parameters.arrivesAt)}`,
      detail: isAnswer
        ? 'With SNAT it comes back through this node. With DSR it would go to the client past it.'
        : 'The card has written it into memory. Nothing of the kernel’s network stack has run.',
    },
    ...passed.map((layer) => passing(parameters, handling, layer, lane)),
  ];
}

function passing(
  { traffic }: XdpParameters,
  handling: Handling,
  layer: Layer,
  lane: XdpStep['lane'],
): XdpStep {
  const step = { layer, lane, isUp: true } as const;
  if (layer === handling.layer) return { ...step, deed: 'translates', ...translating(traffic, layer, lane) };
  if (layer === 'xdp' || layer === 'generic') {
    const runs = handling.verdict === (layer === 'xdp' ? 'native' : 'generic');
    if (runs)
      return {
        ...step,
        deed: 'passes',
        title: 'The XDP program looks at it and passes it up',
        detail: handling.leftBy ?? '',
      };
    return layer === 'xdp'
      ? {
          ...step,
          deed: 'absent',
          title: 'The driver has no XDP program: the packet goes up',
          detail:
            'The kernel now makes a packet of its own of it (skb), with memory for all that it notes of it.',
        }
      : {
          ...step,
          deed: 'absent',
          title: 'No generic XDP program either',
          detail: 'Generic XDP is what testing-only uses. Neither native nor best-effort fall back to it.',
        };
  }
  return {
    ...step,
    deed: 'passes',
    title: 'At tc Cilium’s program finds no Service for it',
    detail: 'It goes on like any packet.',
  };
}

const places: Partial<Record<Layer, string>> = {
  xdp: 'In the driver’s receive path, before the kernel has spent anything on it.',
  generic: 'The same program, after the kernel has made its packet: little is saved.',
  tc: 'At the ingress of the device, after the kernel has made its packet, and before routing and netfilter.',
};

function translating(
  traffic: Traffic,
  layer: Layer,
  lane: XdpStep['lane'],
): Pick<XdpStep, 'title' | 'detail'> {
  if (traffic === 'l7')
    return {
      title: 'Cilium’s program at tc looks the Service up and hands the packet to Envoy',
      detail: 'The Service is one of layer 7: no backend is chosen here.',
    };
  const who = layer === 'tc' ? 'Cilium’s program at tc' : 'The XDP program';
  return {
    title:
      lane === 'request'
        ? `${who} looks the Service up and writes the backend’s address in`
        : `${who} puts the Service’s address back`,
    detail: places[layer] ?? '',
  };
}

function leaves(
  { arrivesAt }: XdpParameters,
  { layer }: Handling,
  lane: XdpStep['lane'],
  title: string,
): XdpStep {
  return {
    ...{ layer: 'nic', lane, isUp: false, deed: 'leaves', title },
    detail:
      layer === 'xdp'
        ? `Sent from the driver of ${nicName(arrivesAt)}. tcpdump on this node sees none of it.`
        : `Sent from ${layer === 'tc' ? 'tc' : 'generic XDP'}. Routing by the kernel and netfilter were not needed.`,
  };
}

function upToPod({ traffic }: XdpParameters, { layer }: Handling): XdpStep[] {
  const isService = traffic !== 'other';
  const step = { layer: 'socket', lane: 'request', isUp: true, deed: 'ends' } as const;
  if (traffic === 'l7')
    return [
      {
        ...step,
        title: 'Envoy on this node gets it',
        detail: 'It chooses the backend by what the request says.',
      },
    ];
  return [
    {
      ...step,
      title: isService ? 'It goes up to the pod on this node' : 'It goes up to whom it is for',
      detail: !isService
        ? 'The program was run for nothing: that is the price every other packet pays.'
        : layer === 'xdp'
          ? 'Translated early, it still has to climb all the way: here XDP saves least.'
          : 'It has to climb to the pod in any case.',
    },
  ];
}
