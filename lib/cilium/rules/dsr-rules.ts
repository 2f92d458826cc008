import { atLeast } from '../agent-version';
import { booleanOf, textOf } from '../settings/config-data';
import { directRoutingDevice, selectedDevices } from '../settings/devices';
import { isTunnelled, routingReads } from './routing-rules';
import type { Rule, Start } from './rule';
import { broken, missing } from './rule';

const kprKey = 'kube-proxy-replacement';
const modeKey = 'bpf-lb-mode';
const annotationKey = 'bpf-lb-mode-annotation';
const dispatchKey = 'bpf-lb-dsr-dispatch';
const ipipMarkKey = 'bpf-lb-ipip-sock-mark';

const nodePortOff = ({ settings }: Start): boolean => !settings.loadBalancing.nodePort;

/** DSR by the mode, or by the annotation of a Service (v1.17 and later). */
function usesDSR({ settings, version }: Start): boolean {
  return settings.forwardingMode !== 'snat' || (atLeast(version, 17) && settings.modeAnnotation);
}

/** From v1.20 on the checks of tunnels look at the mode alone. */
function usesDSRInTunnel(start: Start): boolean {
  return atLeast(start.version, 20) ? start.settings.forwardingMode !== 'snat' : usesDSR(start);
}

const throughTunnel = (start: Start): boolean => !nodePortOff(start) && isTunnelled(start);
const isVXLAN = (start: Start): boolean => start.settings.tunnelProtocol === 'vxlan';
const named = ({ settings }: Start): string => `Node Port "${settings.forwardingMode}" mode`;

const fatal = { effect: 'fatal', stage: 'kpr' } as const;
const tunnel = { ...fatal, reads: [...routingReads, modeKey, annotationKey, kprKey] } as const;

/** DSR that runs as IPIP: what it needs (B9 to B11). */
const ipip: Rule[] = [
  {
    ...fatal,
    id: 'B11',
    keys: [ipipMarkKey, dispatchKey],
    reads: [modeKey, kprKey],
    since: '1.18',
    judge(start) {
      const { forwardingMode, dispatch } = start.settings;
      if (nodePortOff(start) || !booleanOf(start.data, ipipMarkKey, false)) return null;
      return forwardingMode === 'snat' || dispatch !== 'ipip'
        ? broken(`${named(start)} with IPIP socket mark logic requires ipip dispatch.`)
        : null;
    },
  },
  {
    ...fatal,
    id: 'B9',
    keys: [dispatchKey, 'datapath-mode'],
    reads: [modeKey, kprKey],
    until: '1.17',
    judge: (start) =>
      isDSRByIPIP(start) && textOf(start.data, 'datapath-mode') !== 'lb-only'
        ? broken('DSR dispatch mode ipip only supported for --datapath-mode=lb-only')
        : null,
  },
  {
    ...fatal,
    id: 'B10',
    keys: [dispatchKey, 'bpf-lb-acceleration'],
    reads: [modeKey, kprKey],
    until: '1.18',
    judge(start) {
      if (!isDSRByIPIP(start) || start.settings.acceleration !== 'disabled') return null;
      const quoted = atLeast(start.version, 18) ? '"ipip"' : 'ipip';
      return broken(`DSR dispatch mode ${quoted} currently only available under XDP acceleration`);
    },
  },
];

function isDSRByIPIP(start: Start): boolean {
  return !nodePortOff(start) && start.settings.forwardingMode === 'dsr' && start.settings.dispatch === 'ipip';
}

/** DSR through tunnels, and what Geneve dispatch needs (B1 to B8). */
const tunnels: Rule[] = [
  {
    ...tunnel,
    id: 'B1',
    effect: 'overrides',
    keys: [modeKey],
    until: '1.12',
    forces: { key: modeKey, value: 'snat' },
    judge: (start) =>
      throughTunnel(start) && textOf(start.data, modeKey, 'snat') !== 'snat'
        ? broken('Disabling NodePort\'s "dsr" mode feature due to tunneling mode being enabled')
        : null,
  },
  {
    ...tunnel,
    id: 'B2',
    keys: [modeKey, 'tunnel'],
    since: '1.13',
    until: '1.13',
    judge: (start) =>
      throughTunnel(start) && usesDSR(start)
        ? broken(`${named(start)} cannot be used with tunneling.`)
        : null,
  },
  {
    ...tunnel,
    id: 'B3',
    keys: [modeKey, annotationKey, 'routing-mode', 'tunnel-protocol'],
    since: '1.14',
    judge: (start) =>
      throughTunnel(start) && isVXLAN(start) && usesDSRInTunnel(start)
        ? broken(`${named(start)} cannot be used with vxlan tunneling.`)
        : null,
  },
  {
    ...tunnel,
    id: 'B4',
    keys: [annotationKey, dispatchKey],
    since: '1.20',
    judge: (start) =>
      throughTunnel(start) &&
      isVXLAN(start) &&
      start.settings.forwardingMode === 'snat' &&
      start.settings.modeAnnotation &&
      start.settings.dispatch !== 'ipip'
        ? broken(
            'Only --bpf-lb-dsr-dispatch=ipip is supported with vxlan tunneling when --bpf-lb-mode-annotation is set',
          )
        : null,
  },
  {
    ...tunnel,
    id: 'B5',
    keys: [dispatchKey, modeKey],
    since: '1.14',
    until: '1.14',
    judge: (start) =>
      throughTunnel(start) && !isVXLAN(start) && usesDSR(start) && start.settings.dispatch !== 'geneve'
        ? broken(
            `${named(start)} with ${start.settings.dispatch} dispatch cannot be used with geneve tunneling.`,
          )
        : null,
  },
  {
    ...tunnel,
    id: 'B6',
    keys: [dispatchKey, modeKey],
    since: '1.15',
    judge: (start) =>
      throughTunnel(start) && usesDSRInTunnel(start) && start.settings.dispatch !== 'geneve'
        ? broken(`Tunnel routing with ${named(start)} requires geneve dispatch.`)
        : null,
  },
  {
    ...tunnel,
    id: 'B7',
    keys: [dispatchKey, 'tunnel-protocol'],
    since: '1.14',
    until: '1.14',
    judge: (start) =>
      throughTunnel(start) && needsGeneve(start)
        ? broken(`${named(start)} with geneve dispatch requires geneve tunneling.`)
        : null,
  },
  {
    ...tunnel,
    id: 'B8',
    keys: [dispatchKey, 'tunnel-protocol'],
    reads: [modeKey, annotationKey, kprKey],
    since: '1.15',
    judge(start) {
      if (nodePortOff(start) || !needsGeneve(start)) return null;
      const quoted = atLeast(start.version, 18) ? '"geneve"' : 'geneve';
      return broken(`${named(start)} with ${quoted} dispatch requires geneve tunnel protocol.`);
    },
  },
  {
    ...tunnel,
    id: 'B12',
    keys: ['enable-high-scale-ipcache', modeKey, dispatchKey],
    since: '1.14',
    until: '1.17',
    judge: ({ data, settings }) =>
      booleanOf(data, 'enable-high-scale-ipcache', false) &&
      !(settings.forwardingMode === 'dsr' && settings.dispatch === 'geneve')
        ? broken('The high-scale IPcache mode requires Node Port mode "dsr" with geneve dispatch')
        : null,
  },
];

function needsGeneve(start: Start): boolean {
  const { dispatch, tunnelProtocol } = start.settings;
  return usesDSR(start) && dispatch === 'geneve' && tunnelProtocol !== 'geneve';
}

const reversePath: Rule = {
  id: 'B14',
  effect: 'warn',
  stage: 'kpr',
  keys: [modeKey],
  reads: ['devices', 'direct-routing-device', ...routingReads, kprKey],
  judge(start) {
    const { settings, facts } = start;
    if (nodePortOff(start) || isTunnelled(start) || !usesDSR(start) || !settings.loadBalancing.ipv4)
      return null;
    if (facts.devices !== null && selectedDevices(facts.devices, settings).length < 2) return null;
    if (facts.devices === null || facts.rpFilter === null)
      return missing('net.ipv4.conf.DEV.rp_filter of the direct-routing device');
    if (facts.rpFilter !== 1) return null;
    const selected = selectedDevices(facts.devices, settings);
    const name = directRoutingDevice(selected, settings, facts.nodeIPs ?? [])?.name ?? 'DEV';
    return broken(
      `DSR might not work for requests sent to other than ${name} device. Run 'sysctl -w net.ipv4.conf.${name}.rp_filter=2' (or set to '0') on each node to fix`,
    );
  },
};

export const ipipRules: readonly Rule[] = ipip;
export const dsrTunnelRules: readonly Rule[] = tunnels;
export const dsrWarnings: readonly Rule[] = [reversePath];
