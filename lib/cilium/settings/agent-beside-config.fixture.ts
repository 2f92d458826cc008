import type { AgentStatus } from '../agent-status';
import type { Release } from '../agent-version';
import { atLeast } from '../agent-version';
import type { KubeProxyReplacementFeatures, NodePortFeature } from '../kube-proxy-replacement';
import type { ConfigMapData } from './config-data';
import type { ConfigLayer } from './config-layers';
import type { AgentBesideConfig } from './knob-verdict';

/** The `minor` of 1.13, with a patch that reports what later ones do. */
export function release(minor: number): Release {
  return { major: 1, minor, patch: 4 };
}

/** A configuration with the whole replacement and native routing, as each version writes it. */
export function baseConfig(version: Release): Record<string, string> {
  return {
    'kube-proxy-replacement': atLeast(version, 14) ? 'true' : 'strict',
    'enable-bpf-masquerade': 'true',
    ...(atLeast(version, 14) ? { 'routing-mode': 'native' } : { tunnel: 'disabled' }),
  };
}

/** What an agent with that configuration reports; `nodePort` in place of SNAT and Random. */
export function statusOf(version: Release, nodePort: Partial<NodePortFeature> = {}): AgentStatus {
  const on = { enabled: true };
  const features: KubeProxyReplacementFeatures = {
    socketLB: on,
    bpfSocketLBHostnsOnly: false,
    hostPort: on,
    externalIPs: on,
    sessionAffinity: on,
    nat46X64: { enabled: false },
    nodePort: {
      enabled: true,
      mode: 'SNAT',
      algorithm: 'Random',
      acceleration: 'Disabled',
      portMin: 30_000,
      portMax: 32_767,
      ...(atLeast(version, 15) ? { dsrMode: 'IP Option/Extension' } : {}),
      ...nodePort,
    },
    ...(atLeast(version, 18) ? {} : { gracefulTermination: on }),
    ...(atLeast(version, 17) ? { annotations: ['service.cilium.io/type'] } : {}),
  };
  return {
    kubeProxyReplacement: {
      mode: atLeast(version, 14) ? 'True' : 'Strict',
      deviceList: [{ name: 'eth0', ip: ['192.0.2.11'] }],
      directRoutingDevice: 'eth0',
      features,
    },
    masquerading: { enabled: true, mode: 'BPF', ipv4: true },
    ...(atLeast(version, 16)
      ? { routing: { network: 'Native', host: 'BPF' }, deviceMode: { mode: 'veth' } }
      : { hostRouting: { mode: 'BPF' } }),
    sections: {},
    lines: {},
    unparsed: [],
  };
}

/** The ConfigMap as a layer, written at a moment (RFC 3339). */
export function configMap(data: ConfigMapData, writtenTimestamp: string | null = null): ConfigLayer {
  return {
    kind: 'config-map',
    object: 'ConfigMap kube-system/cilium-config',
    data,
    writtenTimestamp,
    keyTimestamps: {},
  };
}

/** A CiliumNodeConfig as a layer. */
export function nodeConfig(name: string, data: ConfigMapData): ConfigLayer {
  return { ...configMap(data), kind: 'node-config', object: `CiliumNodeConfig kube-system/${name}` };
}

/** An agent that runs, and started with what its layers say now. */
export function settled(
  version: Release,
  config: ConfigMapData,
  status = statusOf(version),
): AgentBesideConfig {
  return {
    version,
    layers: [configMap(config)],
    status,
    isRunning: true,
    startedMs: null,
    startedWith: config,
  };
}
