import { atLeast } from '@/lib/cilium/agent-version';
import { firstFatal } from '@/lib/cilium/rules/first-fatal';
import { noFacts } from '@/lib/cilium/rules/start-facts';
import type { ConfigMapData } from '@/lib/cilium/settings/config-data';
import { familyOfClient, otherFamily, type NatParameters } from './nat-parameters';
import { natPrefix } from './nat-prefix';

/** What stands in the way: agents that refuse to start, or a packet that nobody translates. */
export type NatObstacle =
  | { kind: 'refused'; rule: string; message: string }
  /** There is no packet to follow: why not. */
  | { kind: 'off'; text: string };

/** Gives the configuration that parameters stand for. */
function natConfig(parameters: NatParameters): ConfigMapData {
  const { feature, families, mode, isSettingOn, isLoadBalancerOnly, minor } = parameters;
  const isOn = (of: NatParameters['feature']) => String(feature === of && isSettingOn);
  return {
    'kube-proxy-replacement': minor < 14 ? 'strict' : 'true',
    ...(minor < 14 ? { tunnel: 'disabled' } : { 'routing-mode': 'native' }),
    'enable-ipv4': String(families !== 'IPv6'),
    'enable-ipv6': String(families !== 'IPv4'),
    'bpf-lb-mode': mode,
    ...(isLoadBalancerOnly ? { 'datapath-mode': 'lb-only' } : {}),
    ...(hasServiceSetting(parameters) ? { 'bpf-lb-nat46x64': isOn('services') } : {}),
    'enable-nat46x64-gateway': isOn('gateway'),
  };
}

/** True where translation for Services is a setting: v1.18 and later. Before, it follows from others. */
export function hasServiceSetting({ minor }: NatParameters): boolean {
  return minor >= 18;
}

/** True where nodes translate for Services. Up to v1.17 that follows from both families and SNAT, in v1.16 and v1.17 of a load balancer only. */
export function translatesServices(parameters: NatParameters): boolean {
  const { feature, families, mode, isSettingOn, isLoadBalancerOnly, minor } = parameters;
  if (families !== 'both' || mode !== 'snat') return false;
  if (hasServiceSetting(parameters)) return feature === 'services' && isSettingOn;
  return !atLeast({ major: 1, minor, patch: 0 }, 16) || isLoadBalancerOnly;
}

/** True where the gateway runs. */
function isGatewayOn({ feature, families, isSettingOn }: NatParameters): boolean {
  return feature === 'gateway' && isSettingOn && families === 'both';
}

/** Says why there is no packet to follow; null where there is one. */
export function natObstacle(parameters: NatParameters): NatObstacle | null {
  const { feature, families, minor } = parameters;
  const fatal = firstFatal({ major: 1, minor, patch: 0 }, natConfig(parameters), noFacts);
  if (fatal !== null) return { kind: 'refused', rule: fatal.rule, message: fatal.message };
  if (feature === 'gateway') {
    return isGatewayOn(parameters)
      ? null
      : {
          kind: 'off',
          text: `The gateway is off: an address in ${natPrefix} means nothing to the node, and nobody translates for it.`,
        };
  }
  const family = familyOfClient(parameters);
  if (families === 'both') return null;
  const missing = families === family ? otherFamily(family) : family;
  return {
    kind: 'off',
    text:
      missing === family
        ? `Cilium handles ${families} only: it has no row for an ${family} address, and no ${family} packet reaches a Service.`
        : `Cilium handles ${families} only: there are no ${missing} backends to send to, and no ${missing} address of the node to send from.`,
  };
}

/** Gives the lines of `cilium status --verbose` that tell of it, as agents print them (v1.13 and later). */
export function natStatusLines(parameters: NatParameters): string[] {
  const services = translatesServices(parameters);
  const gateway = isGatewayOn(parameters);
  if (!services && !gateway) return ['  NAT46/64 Support:       Disabled'];
  const word = (isOn: boolean) => (isOn ? 'Enabled' : 'Disabled');
  return [
    '  NAT46/64 Support:',
    `  - Services:         ${word(services)}`,
    `  - Gateway:          ${word(gateway)}`,
    ...(gateway ? [`    Prefixes:         ${natPrefix}`] : []),
  ];
}
