import { isIP } from 'node:net';
import { atLeast } from '../cilium-version';
import { booleanOf, textOf } from '@/lib/cilium/settings/config-data';
import { directRoutingDevice, selectedDevices } from '@/lib/cilium/settings/devices';
import type { Check, StartUp } from './problem';
import { problem } from './problem';

function isTunnelled({ settings }: StartUp): boolean {
  return settings.routingMode === 'tunnel';
}

function usesDSR({ settings, version }: StartUp): boolean {
  const annotated = atLeast(version, 17) && settings.modeAnnotation;
  return settings.forwardingMode !== 'snat' || annotated;
}

const ipamInTunnel: Check = (start) =>
  start.settings.ipam === 'eni' && isTunnelled(start)
    ? problem('E16', 'bare', 'Cannot specify IPAM mode eni in tunnel mode.')
    : null;

const directRoutes: Check = (start) => {
  if (!booleanOf(start.data, 'auto-direct-node-routes', false) || !isTunnelled(start)) return null;
  const text = atLeast(start.version, 20)
    ? 'auto-direct-node-routes requires native or hybrid routing mode.'
    : 'auto-direct-node-routes cannot be used with tunneling. Packets must be routed through the tunnel device.';
  return problem('B16', 'bare', text);
};

const noConntrackTunnel: Check = (start) =>
  booleanOf(start.data, 'install-no-conntrack-iptables-rules', false) && isTunnelled(start)
    ? problem(
        'E10',
        'bare',
        'install-no-conntrack-iptables-rules requires the agent to run in direct routing mode.',
      )
    : null;

const iptablesForKPR: Check = ({ data, settings, version }) => {
  if (!atLeast(version, 20) || booleanOf(data, 'install-iptables-rules', true)) return null;
  if (!settings.fullKpr && !settings.bpfMasquerade) return null;
  const text =
    'kube-proxy replacement (--kube-proxy-replacement) or BPF masquerade (--enable-bpf-masquerade) ' +
    'requires iptables rules (--install-iptables-rules="true")';
  return problem('E6', 'daemon', text);
};

const bigTCP: Check = ({ data, settings, version }) => {
  const on = booleanOf(data, 'enable-ipv4-big-tcp', false) || booleanOf(data, 'enable-ipv6-big-tcp', false);
  if (!on || !atLeast(version, 20)) return null;
  if (settings.dispatch === 'ipip') {
    const text = "bpf-lb-dsr-dispatch ipip creates IPIP tunnels that aren't compatible with BIG TCP";
    return problem('B17', 'cell', text);
  }
  const encapsulates =
    settings.routingMode === 'tunnel' ||
    (settings.forwardingMode !== 'snat' && settings.dispatch === 'geneve');
  if (encapsulates) {
    return problem('B19', 'cell', 'BIG TCP in tunneling mode requires pending kernel support');
  }
  return settings.dispatch === 'geneve'
    ? problem('B18', 'cell', 'BIG TCP with bpf-lb-dsr-dispatch geneve requires pending kernel support')
    : null;
};

/** B2 to B8: DSR and tunnels. */
const dsrAndTunnels: Check = (start) => {
  const { settings, version } = start;
  const { forwardingMode: mode, dispatch, tunnelProtocol } = settings;
  if (!settings.loadBalancing.nodePort || !atLeast(version, 13)) return null;
  const kpr = (rule: string, text: string) => problem(rule, 'kpr', text);
  const tunnelled = isTunnelled(start);
  if (!atLeast(version, 14)) {
    return tunnelled && mode !== 'snat'
      ? kpr('B2', `Node Port "${mode}" mode cannot be used with tunneling.`)
      : null;
  }
  const dsr = atLeast(version, 20) ? mode !== 'snat' : usesDSR(start);
  if (tunnelled && tunnelProtocol === 'vxlan') {
    if (dsr) return kpr('B3', `Node Port "${mode}" mode cannot be used with vxlan tunneling.`);
    if (atLeast(version, 20) && settings.modeAnnotation && dispatch !== 'ipip') {
      return kpr(
        'B4',
        'Only --bpf-lb-dsr-dispatch=ipip is supported with vxlan tunneling when --bpf-lb-mode-annotation is set',
      );
    }
  }
  if (tunnelled && dsr && dispatch !== 'geneve') {
    return atLeast(version, 15)
      ? kpr('B6', `Tunnel routing with Node Port "${mode}" mode requires geneve dispatch.`)
      : kpr('B5', `Node Port "${mode}" mode with ${dispatch} dispatch cannot be used with geneve tunneling.`);
  }
  if (!usesDSR(start) || dispatch !== 'geneve' || tunnelProtocol === 'geneve') return null;
  if (!atLeast(version, 15)) {
    return tunnelled
      ? kpr('B7', `Node Port "${mode}" mode with geneve dispatch requires geneve tunneling.`)
      : null;
  }
  const quoted = atLeast(version, 18) ? '"geneve"' : 'geneve';
  return kpr('B8', `Node Port "${mode}" mode with ${quoted} dispatch requires geneve tunnel protocol.`);
};

const ipipDispatch: Check = ({ data, settings, version }) => {
  if (!settings.loadBalancing.nodePort) return null;
  const { forwardingMode: mode, dispatch, acceleration } = settings;
  if (
    atLeast(version, 18) &&
    booleanOf(data, 'bpf-lb-ipip-sock-mark', false) &&
    (mode === 'snat' || dispatch !== 'ipip')
  ) {
    return problem(
      'B11',
      'kpr',
      `Node Port "${mode}" mode with IPIP socket mark logic requires ipip dispatch.`,
    );
  }
  if (mode !== 'dsr' || dispatch !== 'ipip' || atLeast(version, 19)) return null;
  if (!atLeast(version, 18) && textOf(data, 'datapath-mode') !== 'lb-only') {
    return problem('B9', 'kpr', 'DSR dispatch mode ipip only supported for --datapath-mode=lb-only');
  }
  if (acceleration !== 'disabled') return null;
  const quoted = atLeast(version, 18) ? '"ipip"' : 'ipip';
  return problem('B10', 'kpr', `DSR dispatch mode ${quoted} currently only available under XDP acceleration`);
};

/** A29 and A30: the source CIDRs of IPIP packets. */
const rssCIDRs: Check = ({ data, settings, version }) => {
  if (!settings.loadBalancing.nodePort) return null;
  const cidrs: [string, 4 | 6][] = [
    ['bpf-lb-rss-ipv4-src-cidr', 4],
    ['bpf-lb-rss-ipv6-src-cidr', 6],
  ];
  const given = cidrs.filter(([key]) => textOf(data, key) !== '');
  for (const [key, family] of given) {
    const value = textOf(data, key);
    const [ip = '', bits = ''] = value.split('/');
    if (isIP(ip) !== family || !/^\d+$/.test(bits) || Number(bits) === 0) {
      return problem('A29', 'kpr', `Invalid value for --${key}: ${value}`);
    }
  }
  const ipip = settings.forwardingMode === 'dsr' && settings.dispatch === 'ipip';
  if (given.length === 0 || ipip) return null;
  const name = atLeast(version, 18) ? 'ipip' : 'IPIP';
  return problem(
    'A30',
    'kpr',
    `Invalid value for --bpf-lb-rss-ipv4-src-cidr/bpf-lb-rss-ipv6-src-cidr: currently only supported under ${name} dispatch for DSR`,
  );
};

const accelerationUnderlay: Check = (start) => {
  const { data, settings, version } = start;
  if (!settings.loadBalancing.nodePort || settings.acceleration === 'disabled' || !isTunnelled(start))
    return null;
  if (!atLeast(version, 13)) {
    return problem(
      'C1',
      'kpr',
      'Cannot use NodePort acceleration with tunneling. Either run cilium-agent with --node-port-acceleration=disabled or --tunnel=disabled',
    );
  }
  return atLeast(version, 18) && textOf(data, 'underlay-protocol', 'ipv4') === 'ipv6'
    ? problem('C3', 'kpr', 'XDP acceleration cannot be used with an IPv6 underlay')
    : null;
};

const noConntrack: Check = ({ data, settings, version }) => {
  if (!booleanOf(data, 'install-no-conntrack-iptables-rules', false)) return null;
  const before = 'install-no-conntrack-iptables-rules requires the agent to run with';
  if (!settings.fullKpr) {
    const value = atLeast(version, 19) ? '' : atLeast(version, 14) ? '=true' : '=strict';
    return problem('E8', 'kpr', `${before} kube-proxy-replacement${value}.`);
  }
  const iptables = (settings.masqueradeIPv4 || settings.masqueradeIPv6) && !settings.bpfMasquerade;
  return iptables ? problem('E9', 'kpr', `${before} enable-bpf-masquerade.`) : null;
};

const ephemeral = { min: 32_768, max: 60_999 };

const ephemeralPorts: Check = ({ data, settings }) => {
  const { nodePort, nodePortRange } = settings.loadBalancing;
  const { min, max } = nodePortRange;
  if (!nodePort) return null;
  const ports = `(${ephemeral.min}\t${ephemeral.max})`;
  if (min > ephemeral.max) {
    return problem(
      'F3',
      'kpr',
      `NodePort port range (${min}-${max}) is not allowed to be after ephemeral port range ${ports}`,
    );
  }
  if (max < ephemeral.min || booleanOf(data, 'enable-auto-protect-node-port-range', true)) return null;
  const text =
    `NodePort port range (${min}-${max}) must not clash with ephemeral port range ${ports}. ` +
    `Adjust ephemeral range port with "sysctl -w net.ipv4.ip_local_port_range='MIN MAX'", or protect the NodePort ` +
    'range by appending it to "net.ipv4.ip_local_reserved_ports", or set --enable-auto-protect-node-port-range=true ' +
    'to auto-append the range to "net.ipv4.ip_local_reserved_ports"';
  return problem('F1', 'kpr', text);
};

const masqueradeDevices: Check = ({ data, settings, version }) => {
  if (!settings.bpfMasquerade || !atLeast(version, 15)) return null;
  if (!settings.loadBalancing.nodePort && !atLeast(version, 19)) {
    const text =
      'unable to initialize BPF masquerade support: BPF masquerade requires NodePort (--enable-node-port="true")';
    return problem('E2', 'finish', text);
  }
  if (textOf(data, 'egress-masquerade-interfaces') !== '') {
    const text =
      'BPF masquerade does not allow to specify devices via --egress-masquerade-interfaces (use --devices instead)';
    return problem('E4', 'daemon', text);
  }
  if (settings.masqueradeIPv4 || settings.masqueradeIPv6) return null;
  const text = 'BPF masquerade requires (--enable-ipv4-masquerade="true" or --enable-ipv6-masquerade="true")';
  return problem('E5', 'daemon', text);
};

const device: Check = ({ settings, version, facts, nodeIPs }) => {
  if (!settings.loadBalancing.nodePort || !atLeast(version, 14)) return null;
  const selected = selectedDevices(facts.devices, settings);
  if (directRoutingDevice(selected, settings, nodeIPs) !== null) return null;
  const text = 'unable to determine direct routing device. Use --direct-routing-device to specify it';
  return problem('D1', 'finish', atLeast(version, 17) ? text : `failed to detect devices: ${text}`);
};

const nat46x64: Check = ({ settings, version }) => {
  const { ipv4, ipv6 } = settings.loadBalancing;
  if (settings.nat46x64Gateway && !(ipv4 && ipv6)) {
    const dashes = atLeast(version, 18) ? '' : '--';
    const text = `${dashes}enable-nat46x64-gateway requires both --enable-ipv4 and --enable-ipv6 enabled`;
    return problem('E14', 'validate', text);
  }
  if (!settings.nat46x64Services || settings.forwardingMode === 'snat') return null;
  const text = 'failed to finalise LB initialization: NAT46/NAT64 requires SNAT mode for services';
  return problem('B13', 'finish', text);
};

/** Checks of several values together, in the order the agent makes them. */
export const combinationChecks: Check[] = [
  bigTCP,
  ipamInTunnel,
  directRoutes,
  noConntrackTunnel,
  iptablesForKPR,
  ipipDispatch,
  rssCIDRs,
  accelerationUnderlay,
  dsrAndTunnels,
  noConntrack,
  ephemeralPorts,
  masqueradeDevices,
  device,
  nat46x64,
];
