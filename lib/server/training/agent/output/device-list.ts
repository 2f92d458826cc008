import type { KubeProxyReplacementModel } from './status-response';

/** The modes under which no devices are printed, by the client's own constant (`Disabled` ≤1.15, `False` since). */
const modesWithoutDevices = new Set(['Disabled', 'False']);

/**
 * Prints the NodePort devices as the short line and the details do: `eth0 10.0.0.4 (Direct Routing), eth1 10.1.0.4`.
 * The client compares with the length of the deprecated `devices`, so lists of unequal length end in a comma
 * (pkg/client/client.go, v1.10 to main).
 */
export function formatDevices(kpr: KubeProxyReplacementModel, printedWhenFalse: boolean): string {
  const mode = kpr.mode ?? '';
  if (modesWithoutDevices.has(mode) && !(mode === 'False' && printedWhenFalse)) return '';
  const devices = kpr.deviceList ?? [];
  return devices
    .map(({ name, ip }, index) => {
      const mark = name === kpr.directRoutingDevice ? ' (Direct Routing)' : '';
      const separator = index + 1 === (kpr.devices ?? []).length ? '' : ', ';
      return `${name} ${(ip ?? []).join(' ')}${mark}${separator}`;
    })
    .join('');
}
