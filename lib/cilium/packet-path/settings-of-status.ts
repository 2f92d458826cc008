import type { AgentStatus } from '../agent-status';
import type { Release } from '../agent-version';
import { featuresOf, networkRouting, nodePortOn } from '../fields/features';
import type { DatapathSettings } from './datapath-settings';
import { defaultDatapathSettings } from './datapath-settings';

/** What an agent reports as realised, and in sentences what it does not report and is taken for granted. */
export type ReportedSettings = { settings: DatapathSettings; assumed: string[] };

/** Reads how a node handles packets out of its agent's status. */
export function settingsOfStatus(status: AgentStatus, version: Release): ReportedSettings {
  const { nodePort, annotations, nat46X64 } = featuresOf(status);
  const defaults = defaultDatapathSettings(version);
  const assumed = [`An MTU of ${defaults.mtuBytes} bytes, and defaults where an agent reports no setting.`];
  const mode = oneOf(nodePort?.mode, ['snat', 'dsr', 'hybrid']);
  if (mode === null && nodePort?.enabled === true)
    assumed.unshift('The mode is not reported, or is none that is known: SNAT is taken.');
  if (networkRouting(status) === 'unknown')
    assumed.unshift('Whether nodes use a tunnel is not reported by this version: native routing is taken.');
  const tunnel = networkRouting(status) === 'tunnel' ? status.routing?.tunnelProtocol : undefined;
  return {
    assumed,
    settings: {
      ...defaults,
      nodePort: nodePortOn(status) ?? defaults.nodePort,
      socketLB: socketLBOf(status),
      mode: mode ?? defaults.mode,
      dispatch: dispatchOf(nodePort?.dsrMode),
      modeAnnotation: annotations?.includes('service.cilium.io/forwarding-mode') ?? false,
      acceleration: accelerationOf(nodePort?.acceleration),
      attach:
        status.attachMode === undefined ? defaults.attach : /tcx/i.test(status.attachMode) ? 'tcx' : 'tc',
      tunnel: tunnel?.toLowerCase() === 'geneve' ? 'geneve' : tunnel === undefined ? null : 'vxlan',
      nodePortRange: {
        min: nodePort?.portMin ?? defaults.nodePortRange.min,
        max: nodePort?.portMax ?? defaults.nodePortRange.max,
      },
      nat46x64: nat46X64?.service?.enabled ?? (nat46X64?.enabled === true && nat46X64.gateway === undefined),
    },
  };
}

/** Gives the address of `cilium_host` of a family, which the agent lists as the router's; null where it lists none. */
export function routerIP(status: AgentStatus, isOfFamily: (ip: string) => boolean): string | null {
  const found = Object.entries(status.ipam?.allocations ?? {}).find(
    ([ip, owner]) => owner === 'router' && isOfFamily(ip),
  );
  return found?.[0] ?? null;
}

function oneOf<Word extends string>(text: string | undefined, words: readonly Word[]): Word | null {
  return words.find((word) => word === text?.toLowerCase()) ?? null;
}

/** Up to v1.12 the feature was called host-reachable services. */
function socketLBOf(status: AgentStatus): DatapathSettings['socketLB'] {
  const { socketLB, hostReachableServices, bpfSocketLBHostnsOnly } = featuresOf(status);
  if (!(socketLB ?? hostReachableServices)?.enabled) return 'off';
  return bpfSocketLBHostnsOnly === true ? 'host-only' : 'full';
}

function dispatchOf(dsrMode: string | undefined): DatapathSettings['dispatch'] {
  return dsrMode === 'IPIP' ? 'ipip' : dsrMode === 'Geneve' ? 'geneve' : 'opt';
}

/** The text prints `Generic` for the option `testing-only`. */
function accelerationOf(text: string | undefined): DatapathSettings['acceleration'] {
  const word = text?.toLowerCase();
  if (word === 'generic') return 'testing-only';
  return oneOf(word, ['native', 'best-effort', 'testing-only']) ?? 'disabled';
}
