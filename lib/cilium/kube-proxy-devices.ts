import type { Device } from './kube-proxy-replacement';

export type DeviceList = { deviceList: Device[]; directRoutingDevice?: string };

/** `(Direct Routing)` since v1.9, `(DR)` in v1.8; some versions print it without a blank before. */
const directRoutingMarks: readonly string[] = ['(Direct Routing)', '(DR)'];

/**
 * Reads `eth0   10.0.0.4 fe80::1 (Direct Routing), eth1 192.168.7.4`: the device list of the short line and of
 * `Devices:` (v1.8 to main). Agents since v1.15 print one blank more per address; a device may have none.
 */
export function parseDevices(text: string): DeviceList {
  const list: DeviceList = { deviceList: [] };
  for (const item of text.split(',')) {
    const mark = directRoutingMarks.find((candidate) => item.trimEnd().endsWith(candidate));
    const bare = mark === undefined ? item : item.trimEnd().slice(0, -mark.length);
    const [name, ...ip] = bare.split(/\s+/).filter((word) => word !== '');
    if (name === undefined) continue;
    list.deviceList.push({ name, ip });
    if (mark !== undefined) list.directRoutingDevice = name;
  }
  return list;
}
