import type { Release } from '../agent-version';
import { perVersion } from '../fields/per-version';
import { inSpan } from '../fields/version-span';
import { bigTCPRules } from './big-tcp-rules';
import { datapathRules, unforeseenRules } from './datapath-rules';
import { deviceRules, kernelRules, nat46x64Rules, socketLBRules } from './device-rules';
import { deviceDetectionRules, deviceShapeRules } from './device-detection-rules';
import { dsrTunnelRules, dsrWarnings, ipipRules } from './dsr-rules';
import { environmentRules } from './environment-rules';
import { flagRules } from './flag-rules';
import { forwardingValueRules, rssRules } from './forwarding-value-rules';
import { ipsecRules } from './ipsec-rules';
import { kernelRequirements } from './kernel-requirements';
import { affinityKernelRules, datapathKernelRules, nodePortKernelRules } from './kernel-rules';
import { kprEffectRules, kprValueRules } from './kpr-rules';
import { maglevAdvice, maglevRules } from './maglev-rules';
import { mapSizeRules } from './map-size-rules';
import { bpfMasqueradeRules, hostRoutingRules, iptablesRules, noConntrackRules } from './masquerade-rules';
import { netkitRules } from './netkit-rules';
import { nodePortRangeRules, nodePortValueRules } from './node-port-rules';
import { routingValueRules, tunnelRules } from './routing-rules';
import type { Rule } from './rule';
import { serviceRules } from './service-rules';
import { mkeCgroupRules, socketLBKernelRules } from './socket-lb-kernel-rules';
import { reservingRules, sysctlRules } from './sysctl-rules';
import { unreadRules } from './unread-rules';
import { xdpConflictRules, xdpRetryRules } from './xdp-attach-rules';
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
  ...netkitRules,
  ...kernelRequirements,
  ...tunnelRules,
  ...iptablesRules,
  ...ipipRules,
  ...rssRules,
  ...accelerationRules,
  ...dsrTunnelRules,
  ...noConntrackRules,
  ...nodePortKernelRules,
  ...sysctlRules,
  ...nodePortRangeRules,
  ...reservingRules,
  ...datapathKernelRules,
  ...socketLBKernelRules,
  ...affinityKernelRules,
  ...bpfMasqueradeRules,
  ...deviceDetectionRules,
  ...deviceRules,
  ...mkeCgroupRules,
  ...xdpConflictRules,
  ...deviceShapeRules,
  ...nat46x64Rules,
  ...kprEffectRules,
  ...socketLBRules,
  ...hostRoutingRules,
  ...dsrWarnings,
  ...unforeseenRules,
  ...accelerationAdvice,
  ...kernelRules,
  ...unreadRules,
  ...xdpRetryRules,
  ...serviceRules,
  ...maglevAdvice,
  ...environmentRules,
  ...datapathRules,
];

/** The rules of a version, in the order an agent comes across them. */
export const rulesOf: (version: Release) => readonly Rule[] = perVersion((version) =>
  rules.filter((rule) => inSpan(version, rule)),
);
