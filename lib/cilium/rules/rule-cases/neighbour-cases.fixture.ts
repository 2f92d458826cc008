import type { RuleCase } from './rule-case.fixture';
import { fatal, probe, tunnelled, unknown, warn, withoutKPR } from './rule-case.fixture';

const bpf = { 'enable-bpf-masquerade': 'true' };
const unmasked = { 'enable-ipv4-masquerade': 'false', 'enable-ipv6-masquerade': 'false' };
const needsNodePort = 'BPF masquerade requires NodePort (--enable-node-port="true")';
const fallsBack = 'Falling back to iptables-based masquerading.';
const noEgress =
  'BPF masquerade does not allow to specify devices via --egress-masquerade-interfaces (use --devices instead)';
const egress = { ...bpf, 'egress-masquerade-interfaces': 'eth0' };
const nodePortAlone = withoutKPR({ 'enable-node-port': 'true' });
const noIptables = { 'install-iptables-rules': 'false' };
const needsIptables = 'L7 proxy requires iptables rules (--install-iptables-rules="true")';
const untracked = { 'install-no-conntrack-iptables-rules': 'true' };
const requires = 'install-no-conntrack-iptables-rules requires the agent to run';
const ipsec = { 'enable-ipsec': 'true' };
const legacy = 'Falling back to legacy host routing (enable-host-legacy-routing=true).';
const gateway = { 'enable-nat46x64-gateway': 'true', 'enable-ipv6': 'false' };
const bothFamilies = 'enable-nat46x64-gateway requires both --enable-ipv4 and --enable-ipv6 enabled';
const either = 'support requires either kube-proxy-replacement or enable-node-port enabled';
const onlyKPR = 'support requires kube-proxy-replacement enabled';
const ingress = { 'enable-ingress-controller': 'true' };
const gatewayAPI = { 'enable-gateway-api': 'true' };
const clashing = { 'node-port-range': '30000,40000' };
const unprotected = { ...clashing, 'enable-auto-protect-node-port-range': 'false' };
const ephemeral = 'net.ipv4.ip_local_port_range';
const reserved = 'net.ipv4.ip_local_reserved_ports';
const sysctls = (name: string, text: string | null) => ({ facts: { sysctls: { [name]: text } } });

/** Sections 2.2 E and F: masquerade, iptables, encryption, L7, and the node ports beside other ports. */
export const neighbourCases: readonly RuleCase[] = [
  warn('E1', [10, 14], withoutKPR(bpf), `${needsNodePort} ${fallsBack}`, bpf),
  fatal(
    'E2',
    [15, 18],
    withoutKPR(bpf),
    `unable to initialize BPF masquerade support: ${needsNodePort}`,
    withoutKPR({ ...bpf, 'enable-node-port': 'true' }),
  ),
  warn(
    'E3',
    [14, 14],
    (minor) => ({ ...asConfig(nodePortAlone, minor), ...bpf, 'routing-mode': 'tunnel' }),
    'BPF masquerade requires socket-LB (--bpf-lb-sock="false")',
    tunnelled(bpf),
  ),
  fatal(
    'E3',
    [15, 15],
    (minor) => ({ ...asConfig(nodePortAlone, minor), ...bpf, 'routing-mode': 'tunnel' }),
    'BPF masquerade requires socket-LB (--bpf-lb-sock="false")',
    tunnelled(bpf),
  ),
  warn('E4', [10, 14], egress, `${noEgress} ${fallsBack}`, bpf),
  fatal('E4', [15, 21], egress, noEgress, bpf),
  fatal(
    'E5',
    [15, 21],
    { ...bpf, ...unmasked },
    'BPF masquerade requires (--enable-ipv4-masquerade="true" or --enable-ipv6-masquerade="true")',
    { ...bpf, 'enable-ipv6-masquerade': 'false' },
  ),
  fatal(
    'E6',
    [20, 21],
    noIptables,
    'kube-proxy replacement (--kube-proxy-replacement) or BPF masquerade (--enable-bpf-masquerade) requires iptables rules (--install-iptables-rules="true")',
    withoutKPR({ ...noIptables, 'enable-l7-proxy': 'false' }),
  ),
  fatal('E7', [10, 19], noIptables, needsIptables, { ...noIptables, 'enable-l7-proxy': 'false' }),
  fatal(
    'E7',
    [20, 21],
    withoutKPR(noIptables),
    `${needsIptables} or BPF TProxy (--enable-bpf-tproxy="true")`,
    withoutKPR({ ...noIptables, 'enable-bpf-tproxy': 'true' }),
  ),
  fatal(
    'E8',
    [10, 13],
    withoutKPR({ ...untracked, ...unmasked }),
    `${requires} with kube-proxy-replacement=strict.`,
    { ...untracked, ...unmasked },
  ),
  fatal(
    'E8',
    [14, 18],
    withoutKPR({ ...untracked, ...unmasked }),
    `${requires} with kube-proxy-replacement=true.`,
    { ...untracked, ...unmasked },
  ),
  fatal(
    'E8',
    [19, 21],
    withoutKPR({ ...untracked, ...unmasked }),
    `${requires} with kube-proxy-replacement.`,
    { ...untracked, ...unmasked },
  ),
  fatal('E9', [10, 21], untracked, `${requires} with enable-bpf-masquerade.`, { ...untracked, ...bpf }),
  fatal('E10', [10, 21], tunnelled({ ...untracked, ...bpf }), `${requires} in direct routing mode.`, {
    ...untracked,
    ...bpf,
  }),
  fatal(
    'E10',
    [10, 21],
    { ...untracked, ...bpf, 'enable-ipv4': 'false' },
    'install-no-conntrack-iptables-rules requires IPv4 support.',
    { ...untracked, ...bpf },
  ),
  fatal('E11', [10, 12], ipsec, 'IPSec cannot be used with BPF NodePort.', withoutKPR(ipsec)),
  fatal(
    'E11',
    [10, 12],
    withoutKPR({ ...ipsec, 'enable-node-port': 'true' }),
    'IPSec cannot be used with BPF NodePort.',
    withoutKPR({ 'enable-node-port': 'true' }),
  ),
  warn(
    'E11',
    [10, 12],
    { ...ipsec, ...probe },
    'IPSec cannot be used with BPF NodePort. Disabling BPF NodePort feature.',
    probe,
  ),
  fatal('E11', [13, 15], ipsec, 'IPSec cannot be used with BPF NodePort', withoutKPR(ipsec)),
  warn('E12', [10, 21], {}, `BPF host routing requires enable-bpf-masquerade. ${legacy}`, bpf),
  warn(
    'E12',
    [10, 13],
    withoutKPR(unmasked),
    `BPF host routing requires kube-proxy-replacement=strict. ${legacy}`,
    unmasked,
  ),
  warn(
    'E12',
    [14, 18],
    withoutKPR(unmasked),
    `BPF host routing requires kube-proxy-replacement=true. ${legacy}`,
    unmasked,
  ),
  warn(
    'E12',
    [19, 21],
    withoutKPR(unmasked),
    `BPF host routing requires kube-proxy-replacement. ${legacy}`,
    unmasked,
  ),
  warn('E12', [10, 17], bpf, `BPF host routing requires kernel 5.10 or newer. ${legacy}`, bpf, {
    facts: { kernel: { major: 5, minor: 9 } },
    passingFacts: { kernel: { major: 5, minor: 10 } },
  }),
  warn(
    'E12',
    [10, 15],
    { ...bpf, ...ipsec },
    `BPF host routing is incompatible with enable-ipsec. ${legacy}`,
    bpf,
    { behind: 'E11' },
  ),
  warn(
    'E12',
    [16, 18],
    { ...bpf, ...ipsec },
    `BPF host routing is incompatible with enable-ipsec. ${legacy}`,
    bpf,
  ),
  warn(
    'E13',
    [10, 21],
    { 'node-port-bind-protection': 'false' },
    'NodePort BPF configured without bind(2) protection against service ports',
    { 'node-port-bind-protection': 'true' },
  ),
  fatal('E14', [13, 17], gateway, `--${bothFamilies}`, { 'enable-nat46x64-gateway': 'true' }),
  fatal('E14', [18, 20], gateway, bothFamilies, { 'enable-nat46x64-gateway': 'true' }),
  fatal('E14', [21, 21], gateway, bothFamilies, { 'enable-ipv6': 'false' }),
  warn('E15', [16, 18], withoutKPR(ingress), `Ingress Controller ${either}`, ingress),
  warn('E15', [16, 18], withoutKPR(gatewayAPI), `Gateway API ${either}`, nodePortAlone),
  warn('E15', [19, 21], withoutKPR(ingress), `Ingress Controller ${onlyKPR}`, ingress),
  warn('E15', [19, 21], withoutKPR(gatewayAPI), `Gateway API ${onlyKPR}`, gatewayAPI),
  fatal('E16', [10, 21], tunnelled({ ipam: 'eni' }), 'Cannot specify IPAM mode eni in tunnel mode.', {
    ipam: 'eni',
  }),
  warn(
    'E17',
    [18, 21],
    { 'loadbalancer-l7': 'envoy' },
    'shop/web: invalid feature combination: SessionAffinity with proxy redirection is not supported',
    { 'loadbalancer-l7': 'envoy' },
    { facts: { affinityBehindProxy: ['shop/web', 'shop/api'] } },
  ),
  unknown(
    'E17',
    [18, 21],
    { 'loadbalancer-l7': 'envoy' },
    'whether a Service with session affinity goes through Envoy',
    { 'loadbalancer-l7': 'disabled' },
    { facts: { affinityBehindProxy: null }, passingFacts: { affinityBehindProxy: null } },
  ),
  fatal(
    'F1',
    [10, 21],
    unprotected,
    'NodePort port range (30000-40000) must not clash with ephemeral port range (32768\t60999). Adjust ephemeral range port with "sysctl -w net.ipv4.ip_local_port_range=\'MIN MAX\'", or protect the NodePort range by appending it to "net.ipv4.ip_local_reserved_ports", or set --enable-auto-protect-node-port-range=true to auto-append the range to "net.ipv4.ip_local_reserved_ports"',
    unprotected,
    { passingFacts: { sysctls: { [reserved]: '8080,29000-40000' } } },
  ),
  warn(
    'F2',
    [10, 21],
    clashing,
    'The agent appends 30000-40000 to net.ipv4.ip_local_reserved_ports of the node, so that its own connections keep clear of node ports.',
    {},
  ),
  fatal(
    'F3',
    [10, 21],
    { 'node-port-range': '61000,62000' },
    'NodePort port range (61000-62000) is not allowed to be after ephemeral port range (32768\t60999)',
    { 'node-port-range': '60000,62000' },
  ),
  fatal('F4', [10, 21], {}, `Unable to read ${ephemeral}`, {}, sysctls(ephemeral, null)),
  fatal(
    'F4',
    [10, 21],
    {},
    'Invalid ephemeral port range: 32768 60999',
    {},
    sysctls(ephemeral, '32768 60999'),
  ),
  fatal('F4', [10, 21], {}, 'Unable to parse max port value many for ephemeral range', withoutKPR(), {
    ...sysctls(ephemeral, '32768\tmany'),
    passingFacts: { sysctls: { [ephemeral]: '32768\tmany' } },
  }),
  fatal(
    'F4',
    [10, 21],
    clashing,
    `Unable to read ${reserved}`,
    {},
    {
      ...sysctls(reserved, null),
      passingFacts: { sysctls: { [reserved]: null } },
    },
  ),
  fatal('F4', [10, 21], clashing, 'Unable to parse reserved port "http"', clashing, {
    ...sysctls(reserved, '22,http'),
    passingFacts: { sysctls: { [reserved]: '22,30000-40000,http' } },
  }),
  fatal(
    'F4',
    [20, 21],
    clashing,
    'Invalid reserved ports range "90-80": start must be less than or equal to end',
    clashing,
    { ...sysctls(reserved, '90-80'), passingFacts: { sysctls: { [reserved]: '80-90' } } },
  ),
  warn(
    'F5',
    [10, 17],
    {},
    'The requested hostPort 30001 is colliding with the configured NodePort range [30000, 32767]. Ignoring.',
    { 'node-port-range': '31000,32767' },
    { facts: { hostPorts: [8080, 30_001] }, passingFacts: { hostPorts: [8080, 30_001] } },
  ),
  warn(
    'F5',
    [18, 21],
    {},
    'The requested hostPort is colliding with the configured NodePort range. Ignoring.',
    { 'node-port-range': '31000,32767' },
    { facts: { hostPorts: [8080, 30_001] }, passingFacts: { hostPorts: [8080, 30_001] } },
  ),
];

function asConfig(config: RuleCase['violating'], minor: number): Record<string, string> {
  return typeof config === 'function' ? config(minor) : config;
}
