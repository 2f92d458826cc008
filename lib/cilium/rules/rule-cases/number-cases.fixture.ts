import type { RuleCase } from './rule-case.fixture';
import { fatal, warn, withoutKPR } from './rule-case.fixture';

const rss4 = 'bpf-lb-rss-ipv4-src-cidr';
const rss6 = 'bpf-lb-rss-ipv6-src-cidr';
/** DSR by IPIP as every version takes it. */
const ipip = {
  'bpf-lb-mode': 'dsr',
  'bpf-lb-dsr-dispatch': 'ipip',
  'bpf-lb-acceleration': 'native',
  'datapath-mode': 'lb-only',
};
const range = (text: string) => ({ 'node-port-range': text });
const negative =
  'specified LB Service Map max entries must not be a negative value(Service Map: -1, Service Backend: 0, Reverse NAT: 0, Session Affinity: 0, Source Range: 0, Maglev: 0)';

/** Section 2.2 A, second half: numbers, ranges and networks, routing and IP families. */
export const numberCases: readonly RuleCase[] = [
  fatal(
    'A21',
    [10, 17],
    range('low,32767'),
    'Failed to populate NodePortRange: Unable to parse min port value for NodePort range: strconv.Atoi: parsing "low": invalid syntax',
    range('30000,32767'),
  ),
  fatal(
    'A21',
    [18, 21],
    range('30000,high'),
    'Unable to parse max port value for NodePort range: strconv.ParseUint: parsing "high": invalid syntax',
    range('30000,32767'),
  ),
  fatal(
    'A22',
    [10, 17],
    range('30000,30000'),
    'Failed to populate NodePortRange: NodePort range min port must be smaller than max port',
    range('30000,30001'),
  ),
  fatal(
    'A22',
    [18, 21],
    range('32767,30000'),
    'NodePort range min port must be smaller than max port',
    range('30000,30001'),
  ),
  fatal(
    'A23',
    [10, 17],
    range('30000-32767'),
    'Failed to populate NodePortRange: Unable to parse min/max port value for NodePort range: node-port-range',
    range('30000,32767'),
  ),
  fatal(
    'A23',
    [18, 21],
    range('30000,31000,32000'),
    'Unable to parse min/max port value for NodePort range: node-port-range',
    range('30000,32767'),
  ),
  warn('A24', [10, 17], range(''), 'NodePort range was set but is empty.', {}),
  fatal(
    'A25',
    [10, 21],
    { 'bpf-lb-map-max': '0' },
    'specified LBMap max entries 0 must be a value greater than 0',
    { 'bpf-lb-map-max': '1' },
  ),
  fatal('A26', [10, 21], { 'bpf-lb-service-map-max': '-1' }, negative, { 'bpf-lb-service-map-max': '0' }),
  fatal(
    'A27',
    [10, 17],
    { 'bpf-sock-rev-map-max': '100' },
    'specified Socket Reverse NAT table size 100 must exceed minimum 1024',
    { 'bpf-sock-rev-map-max': '1024' },
  ),
  fatal(
    'A27',
    [18, 21],
    { 'bpf-sock-rev-map-max': '100' },
    'specified Socket Reverse NAT table size 100 must be greater or equal to 1024',
    { 'bpf-sock-rev-map-max': '1024' },
  ),
  fatal(
    'A27',
    [10, 21],
    { 'bpf-sock-rev-map-max': '16777217' },
    'specified Socket Reverse NAT tables size 16777217 must not exceed maximum 16777216',
    { 'bpf-sock-rev-map-max': '16777216' },
  ),
  fatal(
    'A28',
    [20, 21],
    { 'lb-reflector-wait-time': '-1s' },
    '--lb-reflector-wait-time must be greater than 0, got -1s',
    { 'lb-reflector-wait-time': '1s' },
  ),
  fatal('A29', [10, 21], { [rss4]: '10.0.0.0/0' }, `Invalid value for --${rss4}: 10.0.0.0/0`, {
    ...ipip,
    [rss4]: '10.0.0.0/8',
  }),
  fatal(
    'A29',
    [10, 21],
    { ...ipip, [rss6]: '10.0.0.0/8' },
    `Invalid value for --${rss6}: 10.0.0.0/8`,
    withoutKPR({ [rss6]: '10.0.0.0/8' }),
  ),
  fatal(
    'A30',
    [10, 17],
    { [rss4]: '10.0.0.0/8' },
    `Invalid value for --${rss4}/${rss6}: currently only supported under IPIP dispatch for DSR`,
    { ...ipip, [rss4]: '10.0.0.0/8' },
  ),
  fatal(
    'A30',
    [18, 21],
    { [rss6]: 'fd00::/8' },
    `Invalid value for --${rss4}/${rss6}: currently only supported under ipip dispatch for DSR`,
    { ...ipip, [rss6]: 'fd00::/8' },
  ),
  fatal(
    'A31',
    [14, 19],
    { 'routing-mode': 'hybrid' },
    'invalid routing mode "hybrid", valid modes = {"native", "tunnel"}',
    { 'routing-mode': 'tunnel' },
  ),
  fatal(
    'A31',
    [20, 21],
    { 'routing-mode': 'foo' },
    'invalid routing mode "foo", valid modes = {"tunnel", "native", "hybrid"}',
    { 'routing-mode': 'hybrid' },
  ),
  fatal('A32', [14, 21], { 'tunnel-protocol': 'gre' }, 'invalid tunnel protocol "gre"', {
    'tunnel-protocol': 'geneve',
  }),
  fatal(
    'A33',
    [14, 14],
    { tunnel: 'disabled' },
    'Option --routing-mode cannot be used in combination with --tunnel',
    {},
  ),
  fatal(
    'FAMILIES',
    [10, 21],
    { 'enable-ipv4': 'false', 'enable-ipv6': 'false' },
    'Either IPv4 or IPv6 addressing must be enabled',
    { 'enable-ipv4': 'false' },
  ),
];
