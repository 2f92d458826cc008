import fc from 'fast-check';
import type { KubeProxyReplacementModel } from '@/lib/server/training/agent/output/status-response';

const feature = fc.record({ enabled: fc.boolean() });

const deviceName = fc.constantFrom('eth0', 'ens5', 'bond0.100', 'wlp0s20f3', 'cilium_wg0');

const ip = fc.constantFrom('', '192.0.2.7', '10.0.0.4', '2001:db8::7', 'fe80::4c1:ff:fe2d:9a11');

const nodePort = fc.record({
  enabled: fc.boolean(),
  mode: fc.constantFrom('SNAT', 'DSR', 'Hybrid', ''),
  dsrMode: fc.constantFrom('IP Option/Extension', 'IPIP', 'Geneve', ''),
  algorithm: fc.constantFrom('Random', 'Maglev', ''),
  lutSize: fc.constantFrom(0, 251, 16381, 131071),
  acceleration: fc.constantFrom('Disabled', 'Native', 'Generic', 'Best-Effort', ''),
  portMin: fc.constantFrom(0, 30000),
  portMax: fc.constantFrom(0, 32767, 31000),
});

const nat46X64 = fc.oneof(
  fc.constant({}),
  fc.record({
    enabled: fc.boolean(),
    service: feature,
    gateway: fc.record({
      enabled: fc.boolean(),
      prefixes: fc.constantFrom<string[] | null>(
        null,
        [],
        ['64:ff9b::/96'],
        ['64:ff9b::/96', '2001:db8:64::/96'],
      ),
    }),
  }),
);

const annotations = fc.constantFrom<string[] | null>(
  null,
  [],
  ['service.cilium.io/node', 'service.cilium.io/type'],
  [
    'service.cilium.io/forwarding-mode',
    'service.cilium.io/lb-algorithm',
    'service.cilium.io/src-ranges-policy',
  ],
);

/** Any `kube-proxy-replacement` that the API model of a minor release can hold. */
export function randomKpr(minor: number): fc.Arbitrary<KubeProxyReplacementModel> {
  return fc
    .record({
      mode: fc.constantFrom('True', 'False'),
      deviceList: fc.option(
        fc.array(fc.record({ name: deviceName, ip: fc.option(fc.array(ip, { maxLength: 4 })) }), {
          maxLength: 3,
        }),
      ),
      deprecatedDevices: fc.nat(3),
      directRoutingDevice: fc.oneof(fc.constant(''), deviceName),
      annotations,
      bpfSocketLBHostnsOnly: fc.boolean(),
      externalIPs: feature,
      gracefulTermination: feature,
      hostPort: feature,
      nat46X64,
      nodePort,
      sessionAffinity: feature,
      socketLB: feature,
      socketLBTracing: feature,
    })
    .map(({ mode, deviceList, deprecatedDevices, directRoutingDevice, ...all }) => {
      const { annotations: names, gracefulTermination, ...features } = all;
      return {
        mode,
        deviceList,
        // Deprecated since long; the client still ends its list of devices by the length of this one.
        devices:
          deprecatedDevices === 0
            ? (deviceList ?? []).map(({ name }) => name)
            : ['eth0', 'eth1', 'eth2'].slice(0, deprecatedDevices),
        directRoutingDevice,
        features: {
          ...features,
          ...(minor >= 17 ? { annotations: names } : {}),
          ...(minor >= 18 ? {} : { gracefulTermination }),
        },
      };
    });
}
