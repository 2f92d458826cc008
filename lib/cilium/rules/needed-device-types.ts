import { atLeast } from '../agent-version';
import { booleanOf } from '../settings/config-data';
import type { Start } from './rule';
import type { DeviceType } from './start-facts';

function dispatchesBy({ settings, version }: Pick<Start, 'settings' | 'version'>, dispatch: string): boolean {
  const usesDSR = settings.forwardingMode !== 'snat' || (atLeast(version, 17) && settings.modeAnnotation);
  return settings.loadBalancing.nodePort && usesDSR && settings.dispatch === dispatch;
}

/**
 * Gives the types of device that an agent makes for its datapath and that a kernel may be built without: for Geneve
 * as tunnel or dispatch, and for IPIP, whose packets DSR ends on devices of its own since v1.20.
 */
export function neededDeviceTypes(start: Pick<Start, 'data' | 'settings' | 'version'>): DeviceType[] {
  const { routingMode, tunnelProtocol } = start.settings;
  const geneve = dispatchesBy(start, 'geneve') || (routingMode !== 'native' && tunnelProtocol === 'geneve');
  const ipip =
    (atLeast(start.version, 16) && booleanOf(start.data, 'enable-ipip-termination', false)) ||
    (atLeast(start.version, 20) && dispatchesBy(start, 'ipip'));
  return [...(geneve ? (['geneve'] as const) : []), ...(ipip ? (['ipip'] as const) : [])];
}
