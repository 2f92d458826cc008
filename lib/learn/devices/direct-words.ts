import type { DirectRouting } from './devices-outcome';

/** Says how the direct-routing device was found, or why there is none. */
export function howDirect(direct: DirectRouting | null): string {
  switch (direct?.how) {
    case 'named':
      return 'direct-routing-device names it.';
    case 'only':
      return 'It is the only device, so nothing has to be chosen.';
    case 'node-ip':
      return 'Of several devices it is the one with the node’s InternalIP.';
    case undefined:
      return 'None is named that is a device, there is not just one, and none has the node’s InternalIP.';
  }
}
