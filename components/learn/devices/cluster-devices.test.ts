import { expect, test } from 'vitest';
import { parseStatus } from '@/lib/cilium/parse-status';
import { devicesOutcome } from '@/lib/learn/devices/devices-outcome';
import { defaultDevicesParameters } from '@/lib/learn/devices/devices-parameters';
import type { AgentView } from '@/lib/snapshot/agent-view';
import { clusterDevices } from './cluster-devices';

const status = parseStatus(
  JSON.stringify({
    cilium: { state: 'Ok', msg: '1.17.3 (v1.17.3-abcdef)' },
    'kube-proxy-replacement': {
      mode: 'True',
      directRoutingDevice: 'ens6',
      deviceList: [
        { name: 'ens5', ip: ['198.51.100.9', 'fe80::1'] },
        { name: 'ens6', ip: ['192.0.2.9'] },
        { name: 'a name that Linux would not allow', ip: [] },
      ],
    },
  }),
);

// The function looks at these fields only.
const agent = (change: Partial<AgentView>): AgentView =>
  ({ node: 'a', status, nodeIPs: ['192.0.2.9'], ...change }) as unknown as AgentView;

test('the devices that a node reports are devices here, and the one with its InternalIP routes', () => {
  const found = clusterDevices([agent({ node: 'b', status: null }), agent({})]);
  expect(found).toMatchObject({ nodeIP: '192.0.2.9', minor: 17 });
  const { tested, direct, refusal } = devicesOutcome({ ...defaultDevicesParameters, ...found });
  expect(tested.map(({ device, isDevice }) => [device.name, isDevice])).toEqual([
    ['ens5', true],
    ['ens6', true],
  ]);
  expect(direct?.name).toBe('ens6');
  expect(refusal).toBeNull();
});

test('nothing is filled in where no agent reports a device', () => {
  expect(clusterDevices([agent({ status: null })])).toBeNull();
  expect(clusterDevices([])).toBeNull();
});
