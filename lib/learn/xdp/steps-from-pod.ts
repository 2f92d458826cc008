import { nicName, type XdpParameters } from './xdp-parameters';
import type { XdpStep } from './xdp-step';
import { nicVerdicts } from './nic-verdict';

/** A pod calls a Service: it is translated at the socket, and XDP sees only the answer come in. */
export function stepsFromPod(parameters: XdpParameters): XdpStep[] {
  const { arrivesAt } = parameters;
  const name = nicName(arrivesAt);
  const runs = nicVerdicts(parameters)[arrivesAt]?.kind === 'native';
  const down = { lane: 'request', isUp: false } as const;
  const up = { lane: 'answer', isUp: true } as const;
  return [
    {
      ...{ lane: 'request', isUp: true },
      layer: 'socket',
      deed: 'arrives',
      title: 'A pod of this node calls a Service',
      detail: 'It names the Service’s cluster IP in connect(2).',
    },
    {
      ...down,
      layer: 'socket',
      deed: 'translates',
      title: 'The pod’s call gets a backend’s address at the socket',
      detail: 'Socket load balancing: there is no packet yet, and none will need translation.',
    },
    {
      ...down,
      layer: 'nic',
      deed: 'leaves',
      title: `The packet leaves by ${name}, straight to the backend`,
      detail: 'XDP programs see what a device receives, never what it sends.',
    },
    {
      ...up,
      layer: 'nic',
      deed: 'arrives',
      title: `The answer arrives at ${name}`,
      detail: 'It comes from the backend as it is.',
    },
    {
      ...up,
      layer: 'xdp',
      deed: runs ? 'passes' : 'absent',
      title: runs
        ? 'The XDP program looks at it and passes it up'
        : 'The driver has no XDP program: it goes up',
      detail: runs
        ? 'There is nothing to translate: it is traffic between two pods.'
        : 'None would have had anything to do.',
    },
    {
      ...up,
      layer: 'socket',
      deed: 'ends',
      title: 'The pod gets the answer',
      detail: 'With any setting of acceleration this way is the same.',
    },
  ];
}
