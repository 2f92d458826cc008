import type { Release } from '../agent-version';
import { inSpan } from '../fields/version-span';
import { bigTCPRules } from './big-tcp-rules';
import { deviceRules, kernelRules, nat46x64Rules, socketLBRules } from './device-rules';
import { dsrTunnelRules, dsrWarnings, ipipRules } from './dsr-rules';
import { environmentRules } from './environment-rules';
import { flagRules } from './flag-rules';
import { forwardingValueRules, rssRules } from './forwarding-value-rules';
import { ipsecRules } from './ipsec-rules';
import { kprEffectRules, kprValueRules } from './kpr-rules';
import { maglevAdvice, maglevRules } from './maglev-rules';
import { mapSizeRules } from './map-size-rules';
import { bpfMasqueradeRules, hostRoutingRules, iptablesRules, noConntrackRules } from './masquerade-rules';
import { nodePortRangeRules, nodePortValueRules } from './node-port-rules';
import { routingValueRules, tunnelRules } from './routing-rules';
import type { Rule } from './rule';
import { accelerationAdvice, accelerationRules, accelerationValueRules } from './xdp-rules';

/** Every rule, in the order an agent comes across them: flags, values, combinations, then what only traffic shows. */
const rules: readonly Rule[] = [
  ...flagRules,
  ...routingValueRules,
  ...kprValueRules,
  ...ipsecRules,
  ...mapSizeRules,
  ...nodePortValueRules,
  ...forwardingValueRules,
  ...accelerationValueRules,
  ...maglevRules,
  ...bigTCPRules,
  ...tunnelRules,
  ...iptablesRules,
  ...ipipRules,
  ...rssRules,
  ...accelerationRules,
  ...dsrTunnelRules,
  ...noConntrackRules,
  ...nodePortRangeRules,
  ...bpfMasqueradeRules,
  ...deviceRules,
  ...nat46x64Rules,
  ...kprEffectRules,
  ...socketLBRules,
  ...hostRoutingRules,
  ...dsrWarnings,
  ...accelerationAdvice,
  ...kernelRules,
  ...maglevAdvice,
  ...environmentRules,
];

/** The rules of a version, in the order an agent comes across them. */
export function rulesOf(version: Release): Rule[] {
  return rules.filter((rule) => inSpan(version, rule));
}
