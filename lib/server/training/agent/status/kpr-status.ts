import type { CiliumVersion } from '../cilium-version';
import { atLeast } from '../cilium-version';
import type { KubeProxyReplacementModel, NodePortModel } from '../output/status-response';
import type { AgentSettings } from '@/lib/cilium/settings/agent-settings';
import type { DeviceFacts } from '@/lib/cilium/settings/devices';

const dispatchNames: Record<string, string> = { opt: 'IP Option/Extension', ipip: 'IPIP', geneve: 'Geneve' };

function title(word: string): string {
  return word.replace(/(^|-)([a-z])/g, (_match, dash: string, letter: string) => dash + letter.toUpperCase());
}

function nodePort(settings: AgentSettings, version: CiliumVersion): NodePortModel {
  if (!settings.loadBalancing.nodePort) return {};
  const { min, max } = settings.loadBalancing.nodePortRange;
  const maglev = settings.algorithm === 'maglev';
  return {
    enabled: true,
    mode: settings.forwardingMode === 'hybrid' ? 'Hybrid' : settings.forwardingMode.toUpperCase(),
    algorithm: title(settings.algorithm),
    acceleration: settings.acceleration === 'testing-only' ? 'Generic' : title(settings.acceleration),
    portMin: min,
    portMax: max,
    ...(maglev || (settings.algorithmAnnotation && atLeast(version, 17))
      ? { lutSize: settings.maglevTableSize }
      : {}),
    ...(atLeast(version, 15) ? { dsrMode: dispatchNames[settings.dispatch] ?? dispatchNames.opt } : {}),
  };
}

function annotations(settings: AgentSettings, version: CiliumVersion): string[] | null {
  if (atLeast(version, 17, 3) && !settings.loadBalancing.nodePort) return null;
  const names = [
    ...(settings.modeAnnotation ? ['forwarding-mode'] : []),
    ...(settings.algorithmAnnotation ? ['lb-algorithm'] : []),
    'node',
    ...(atLeast(version, 18) ? ['node-selector', 'proxy-delegation'] : []),
    ...(settings.sourceRangeCheck || atLeast(version, 19) ? ['src-ranges-policy'] : []),
    'type',
  ];
  return names.map((name) => `service.cilium.io/${name}`);
}

/** Device addresses as a version reports them: the first of each family up to v1.14, all of them since. */
function deviceIPs(device: DeviceFacts, settings: AgentSettings, version: CiliumVersion): string[] {
  const { ipv4, ipv6 } = settings.loadBalancing;
  if (!atLeast(version, 15)) {
    const v4 = device.ips.filter((ip) => !ip.includes(':')).slice(0, ipv4 ? 1 : 0);
    const v6 = device.ips.filter((ip) => ip.includes(':') && !ip.startsWith('fe80')).slice(0, ipv6 ? 1 : 0);
    return [...v4, ...v6];
  }
  // The agent makes the list with one empty text an address and then appends the addresses (v1.15 to main).
  return [...device.ips.map(() => ''), ...device.ips];
}

/** Builds the status section `kube-proxy-replacement` as an agent of a version reports its settings. */
export function kprStatus(
  settings: AgentSettings,
  version: CiliumVersion,
  selected: readonly DeviceFacts[],
  directRouting: DeviceFacts | null,
): KubeProxyReplacementModel {
  const { loadBalancing, socketLB } = settings;
  const services = settings.nat46x64Services;
  const gateway = settings.nat46x64Gateway;
  return {
    mode: settings.kprMode,
    devices: selected.map(({ name }) => name),
    deviceList: selected.map((device) => ({ name: device.name, ip: deviceIPs(device, settings, version) })),
    ...(directRouting === null ? {} : { directRoutingDevice: directRouting.name }),
    features: {
      ...(atLeast(version, 17) ? { annotations: annotations(settings, version) } : {}),
      ...(settings.hostNamespaceOnly ? { bpfSocketLBHostnsOnly: true } : {}),
      externalIPs: loadBalancing.externalIPs ? { enabled: true } : {},
      ...(atLeast(version, 11) && !atLeast(version, 18)
        ? { gracefulTermination: loadBalancing.gracefulTermination ? { enabled: true } : {} }
        : {}),
      hostPort: loadBalancing.hostPort ? { enabled: true } : {},
      ...(atLeast(version, 13)
        ? {}
        : {
            hostReachableServices: socketLB
              ? { enabled: true, protocols: ['TCP', 'UDP'] }
              : { protocols: null },
          }),
      ...(atLeast(version, 12)
        ? {
            nat46X64:
              services || gateway
                ? {
                    enabled: true,
                    service: services ? { enabled: true } : {},
                    gateway: gateway ? { enabled: true, prefixes: ['64:ff9b::/96'] } : { prefixes: [] },
                  }
                : {},
          }
        : {}),
      nodePort: nodePort(settings, version),
      sessionAffinity: settings.sessionAffinity ? { enabled: true } : {},
      ...(atLeast(version, 12) ? { socketLB: socketLB ? { enabled: true } : {} } : {}),
      ...(atLeast(version, 13) ? { socketLBTracing: socketLB ? { enabled: true } : {} } : {}),
    },
  };
}
