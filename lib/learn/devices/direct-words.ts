import type { DirectRouting } from './devices-outcome';

/**
 * Says how the direct-routing device was found, or why there is none.
 * @param setting `direct-routing-device`; empty: not set.
 */
export function howDirect(direct: DirectRouting | null, setting: string): string {
  switch (direct?.how) {
    case 'named':
      return 'direct-routing-device names it.';
    case 'only':
      return 'It is the only device, so nothing has to be chosen.';
    case 'node-ip':
      return 'Of several devices it is the one with the node’s InternalIP.';
    case undefined:
      return setting === ''
        ? 'There is not just one device, and none has the node’s InternalIP.'
        : `direct-routing-device names ${setting}, and no device is called so.`;
  }
}
