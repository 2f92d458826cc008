import type { ConfigMapData } from '../../settings/config-data';
import type { Release } from '../../agent-version';
import type { RuleVerdict } from '../judge-rules';
import type { StartFacts } from '../start-facts';

/** What a case sets over `soundConfig` of its version. */
export type CaseConfig = Record<string, string> | ((minor: number) => Record<string, string>);

/** A configuration that breaks a rule and one that keeps it, the same in each minor version of a range. */
export type RuleCase = {
  id: string;
  /** First and last minor version. */
  minors: readonly [number, number];
  verdict: Exclude<RuleVerdict, 'pass'>;
  /** What the rule says of the violating configuration. */
  message: string;
  violating: CaseConfig;
  passing: CaseConfig;
  /** What is so on the node beside `soundFacts`: in the violating case, and in the passing one. */
  facts?: Partial<StartFacts>;
  passingFacts?: Partial<StartFacts>;
  /** The rule that ends the agent before this one can, where there is one. */
  behind?: string;
};

type More = Pick<RuleCase, 'facts' | 'passingFacts' | 'behind'>;

/** A case by its parts, in the order of a table. */
export function ruleCase(
  verdict: RuleCase['verdict'],
  id: string,
  minors: readonly [number, number],
  violating: CaseConfig,
  message: string,
  passing: CaseConfig,
  more: More = {},
): RuleCase {
  return { id, minors, verdict, message, violating, passing, ...more };
}

type Parts = Parameters<typeof ruleCase> extends [unknown, ...infer Rest] ? Rest : never;

export const fatal = (...parts: Parts): RuleCase => ruleCase('fatal', ...parts);
export const warn = (...parts: Parts): RuleCase => ruleCase('warn', ...parts);
export const unknown = (...parts: Parts): RuleCase => ruleCase('unknown', ...parts);

/** The agent of the cases: the last patch release that cilium-config.md looked at. */
export function caseRelease(minor: number): Release {
  return { major: 1, minor, patch: minor === 18 ? 10 : 0 };
}

/** Full replacement over native routing: every version starts with it. */
export function soundConfig(minor: number): ConfigMapData {
  return minor >= 14
    ? { 'kube-proxy-replacement': 'true', 'routing-mode': 'native' }
    : { 'kube-proxy-replacement': 'strict', tunnel: 'disabled' };
}

/** The keys that an agent of a version would find. */
export function caseData(config: CaseConfig, minor: number): Record<string, string> {
  return { ...soundConfig(minor), ...(typeof config === 'function' ? config(minor) : config) };
}

/** Whether a case is one of this minor version. */
export function holds({ minors: [first, last] }: RuleCase, minor: number): boolean {
  return minor >= first && minor <= last;
}

/** A node that has all that any rule asks for, and nothing that one warns of. */
export const soundFacts: StartFacts = {
  devices: [{ name: 'eth0', ips: ['192.0.2.11'], defaultRoute: true, index: 2 }],
  nodeIPs: ['192.0.2.11'],
  kernel: { major: 6, minor: 18, patch: 0 },
  ephemeralPorts: { min: 32_768, max: 60_999 },
  sysctls: {
    'net.ipv4.ip_local_port_range': '32768\t60999',
    'net.ipv4.ip_local_reserved_ports': '',
    'net.ipv4.conf.eth0.rp_filter': '2',
  },
  rpFilter: 2,
  devicesWithoutXDP: [],
  deviceTypes: { geneve: true, ipip: true, wireguard: true, netkit: true },
  mounts: { '/run/cilium/cgroupv2': 'cgroup2' },
  backendsMax: 10,
  agentMemoryBytes: 8e9,
  nodeKeys: [],
  hostPorts: [],
  affinityBehindProxy: [],
  netClsMounts: ['/sys/fs/cgroup/net_cls,net_prio'],
  netkitScrubs: true,
};

/** `kube-proxy-replacement` off: the parts can be switched on one by one up to v1.18. */
export function withoutKPR(more: Record<string, string> = {}): CaseConfig {
  return (minor) => ({ 'kube-proxy-replacement': minor >= 14 ? 'false' : 'partial', ...more });
}

/** Packets to other nodes go through VXLAN. */
export function tunnelled(more: Record<string, string> = {}): CaseConfig {
  return (minor) => ({ ...(minor >= 14 ? { 'routing-mode': 'tunnel' } : { tunnel: 'vxlan' }), ...more });
}

/** Socket load balancing alone, without node ports. */
export function socketLBAlone(more: Record<string, string> = {}): CaseConfig {
  return (minor) => ({
    'kube-proxy-replacement': minor >= 14 ? 'false' : 'partial',
    [minor >= 12 ? 'bpf-lb-sock' : 'enable-host-reachable-services']: 'true',
    ...more,
  });
}

/** Up to v1.12: what the kernel can do, and the rest not. */
export const probe = { 'kube-proxy-replacement': 'probe' };
