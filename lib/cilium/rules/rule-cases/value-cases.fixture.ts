import type { RuleCase } from './rule-case.fixture';
import { fatal, warn, withoutKPR } from './rule-case.fixture';

const kpr = 'kube-proxy-replacement';
const sizes = '[251 509 1021 2039 4093 8191 16381 32749 65521 131071]';
const badSize = `Invalid value for --bpf-lb-maglev-table-size: 1000, supported values are: ${sizes}`;
const badSeed = 'decode base64 Maglev hash seed "not-base64": illegal base64 data at input byte 3';
const seed16 = 'AAAAAAAAAAAAAAAAAAAAAA==';
const maglev = { 'bpf-lb-algorithm': 'maglev' };
const duration =
  'failed to unmarshal config struct loadbalancer.UserConfig: 1 error(s) decoding:\n\n' +
  '* error decoding \'lb-reflector-wait-time\': time: missing unit in duration "500".\n' +
  "Hint: field 'FooBar' matches flag 'foo-bar', or use tag `mapstructure:\"flag-name\"` to match field with flag";

/** Section 2.2 A, first half: words, and two names for one flag. */
export const valueCases: readonly RuleCase[] = [
  fatal('A1', [10, 12], { [kpr]: 'maybe' }, `Invalid value for --${kpr}: maybe`, { [kpr]: 'partial' }),
  fatal('A1', [13, 13], { [kpr]: 'probe' }, `Invalid value for --${kpr}: probe`, { [kpr]: 'partial' }),
  fatal('A1', [14, 15], { [kpr]: 'probe' }, `Invalid value for --${kpr}: probe`, { [kpr]: 'strict' }),
  fatal('A1', [16, 17], { [kpr]: 'strict' }, `Invalid value for --${kpr}: strict`, { [kpr]: 'true' }),
  fatal('A2', [18, 18], { [kpr]: 'strict' }, `invalid value for ${kpr}`, { [kpr]: 'true' }),
  fatal(
    'A3',
    [10, 18],
    { 'enable-ipv4': 'perhaps' },
    'option enable-ipv4: strconv.ParseBool: parsing "perhaps": invalid syntax',
    { 'enable-ipv4': 'TRUE' },
  ),
  fatal(
    'A3',
    [19, 21],
    { [kpr]: 'strict' },
    `option ${kpr}: strconv.ParseBool: parsing "strict": invalid syntax`,
    { [kpr]: '1' },
  ),
  fatal(
    'A3',
    [10, 21],
    { 'bpf-lb-map-max': 'many' },
    'option bpf-lb-map-max: unable to cast "many" of type string to int: strconv.ParseInt: parsing "many": invalid syntax',
    { 'bpf-lb-map-max': '1024' },
  ),
  fatal(
    'A3',
    [10, 21],
    { 'bpf-lb-maglev-table-size': '-251' },
    'option bpf-lb-maglev-table-size: unable to cast "-251" of type string to uint: strconv.ParseUint: parsing "-251": invalid syntax',
    { 'bpf-lb-maglev-table-size': '251' },
  ),
  fatal('A3', [20, 21], { 'lb-reflector-wait-time': '500' }, duration, { 'lb-reflector-wait-time': '500ms' }),
  warn(
    'A4',
    [14, 15],
    { [kpr]: 'strict' },
    `Deprecated value for --${kpr}: strict (use either "true", or "false")`,
    { [kpr]: 'true' },
  ),
  warn(
    'A5',
    [12, 12],
    { [kpr]: 'probe' },
    `The option --${kpr}=probe is deprecated and it will be removed in v1.13`,
    { [kpr]: 'strict' },
  ),
  fatal('A6', [10, 17], { 'bpf-lb-mode': 'foo' }, 'Invalid value for --node-port-mode: foo', {
    'bpf-lb-mode': 'hybrid',
  }),
  fatal(
    'A6',
    [10, 17],
    { 'bpf-lb-mode': 'foo' },
    'Invalid value for --node-port-mode: foo',
    withoutKPR({ 'bpf-lb-mode': 'foo' }),
  ),
  fatal('A7', [18, 21], withoutKPR({ 'bpf-lb-mode': 'foo' }), 'Invalid value for --bpf-lb-mode: foo', {
    'bpf-lb-mode': 'hybrid',
  }),
  fatal(
    'A8',
    [17, 17],
    { 'bpf-lb-mode': 'hybrid', 'bpf-lb-mode-annotation': 'true' },
    'The value --node-port-mode=hybrid is not supported as default under annotation mode',
    { 'bpf-lb-mode': 'hybrid' },
  ),
  fatal(
    'A8',
    [18, 21],
    withoutKPR({ 'bpf-lb-mode': 'hybrid', 'bpf-lb-mode-annotation': 'true' }),
    'The value --bpf-lb-mode=hybrid is not supported as default under annotation mode',
    { 'bpf-lb-mode': 'dsr', 'bpf-lb-mode-annotation': 'true' },
  ),
  fatal(
    'A9',
    [10, 13],
    { 'bpf-lb-mode': 'dsr', 'bpf-lb-dsr-dispatch': 'geneve' },
    'Invalid value for --bpf-lb-dsr-dispatch: geneve',
    { 'bpf-lb-dsr-dispatch': 'geneve' },
  ),
  fatal(
    'A9',
    [10, 17],
    { 'bpf-lb-mode': 'hybrid', 'bpf-lb-dsr-dispatch': 'ipip' },
    'Invalid value for --bpf-lb-dsr-dispatch: ipip',
    { 'bpf-lb-mode': 'hybrid', 'bpf-lb-dsr-dispatch': 'opt' },
  ),
  fatal(
    'A9',
    [14, 17],
    { 'bpf-lb-mode': 'dsr', 'bpf-lb-dsr-dispatch': 'foo' },
    'Invalid value for --bpf-lb-dsr-dispatch: foo',
    { 'bpf-lb-mode': 'dsr', 'bpf-lb-dsr-dispatch': 'geneve', 'tunnel-protocol': 'geneve' },
  ),
  fatal(
    'A10',
    [17, 17],
    { 'bpf-lb-mode-annotation': 'true' },
    'Invalid value for --bpf-lb-dsr-dispatch: opt',
    { 'bpf-lb-mode-annotation': 'true', 'bpf-lb-dsr-dispatch': 'ipip' },
  ),
  warn(
    'A11',
    [18, 19],
    { 'bpf-lb-dsr-dispatch': 'foo' },
    'This version does not look at bpf-lb-dsr-dispatch: foo is no dispatch, and DSR runs without one.',
    { 'bpf-lb-dsr-dispatch': 'ipip' },
  ),
  fatal(
    'A12',
    [20, 21],
    withoutKPR({ 'bpf-lb-dsr-dispatch': 'foo' }),
    'Invalid value for --bpf-lb-dsr-dispatch: foo',
    { 'bpf-lb-dsr-dispatch': 'geneve' },
  ),
  fatal(
    'A13',
    [10, 16],
    { 'bpf-lb-mode': 'dsr', 'bpf-lb-dsr-l4-xlate': 'both' },
    'Invalid value for --bpf-lb-dsr-l4-xlate: both',
    { 'bpf-lb-mode': 'dsr', 'bpf-lb-dsr-l4-xlate': 'backend' },
  ),
  fatal(
    'A14',
    [10, 17],
    { 'bpf-lb-algorithm': 'foo' },
    'Invalid value for --node-port-algorithm: foo',
    maglev,
  ),
  fatal(
    'A14',
    [10, 17],
    { 'bpf-lb-algorithm': 'foo' },
    'Invalid value for --node-port-algorithm: foo',
    withoutKPR({ 'bpf-lb-algorithm': 'foo' }),
  ),
  fatal(
    'A14',
    [18, 21],
    withoutKPR({ 'bpf-lb-algorithm': 'Maglev' }),
    'Invalid value for --bpf-lb-algorithm: Maglev',
    maglev,
  ),
  fatal(
    'A15',
    [10, 14],
    { 'bpf-lb-acceleration': 'best-effort' },
    'Invalid value for --node-port-acceleration: best-effort',
    { 'bpf-lb-acceleration': 'native' },
  ),
  fatal(
    'A15',
    [10, 16],
    { 'bpf-lb-acceleration': 'foo' },
    'Invalid value for --node-port-acceleration: foo',
    withoutKPR({ 'bpf-lb-acceleration': 'foo' }),
  ),
  fatal(
    'A15',
    [17, 21],
    withoutKPR({ 'bpf-lb-acceleration': 'foo' }),
    'Invalid value for --node-port-acceleration: foo',
    { 'bpf-lb-acceleration': 'best-effort' },
  ),
  fatal('A17', [10, 16], { ...maglev, 'bpf-lb-maglev-table-size': '1000' }, badSize, {
    'bpf-lb-maglev-table-size': '1000',
  }),
  fatal('A17', [17, 21], withoutKPR({ 'bpf-lb-maglev-table-size': '1000' }), badSize, {
    'bpf-lb-maglev-table-size': '65521',
  }),
  fatal(
    'A18',
    [10, 16],
    { ...maglev, 'bpf-lb-maglev-hash-seed': 'not-base64' },
    `Failed to initialize maglev hash seeds: Cannot ${badSeed}`,
    { 'bpf-lb-maglev-hash-seed': 'not-base64' },
  ),
  fatal('A18', [17, 21], withoutKPR({ 'bpf-lb-maglev-hash-seed': 'not-base64' }), `cannot ${badSeed}`, {
    'bpf-lb-maglev-hash-seed': 'JLfvgnHc2kaSUFaI',
  }),
  fatal(
    'A19',
    [10, 16],
    { ...maglev, 'bpf-lb-maglev-hash-seed': seed16 },
    'Failed to initialize maglev hash seeds: Decoded hash seed is 16 bytes (not 12 bytes)',
    { 'bpf-lb-maglev-hash-seed': seed16 },
  ),
  fatal(
    'A19',
    [17, 21],
    withoutKPR({ 'bpf-lb-maglev-hash-seed': seed16 }),
    'decoded hash seed is 16 bytes (not 12 bytes)',
    { 'bpf-lb-maglev-hash-seed': 'JLfvgnHc2kaSUFaI' },
  ),
  fatal(
    'A20',
    [10, 21],
    { 'bpf-lb-acceleration': 'native', 'node-port-acceleration': 'disabled' },
    'Both --bpf-lb-acceleration and --node-port-acceleration were set. Only use --bpf-lb-acceleration instead.',
    { 'bpf-lb-acceleration': 'native', 'node-port-acceleration': 'native' },
  ),
  fatal(
    'A20',
    [10, 17],
    { 'bpf-lb-mode': 'dsr', 'node-port-mode': 'snat' },
    'Both --bpf-lb-mode and --node-port-mode were set. Only use --bpf-lb-mode instead.',
    { 'node-port-mode': 'dsr' },
  ),
  fatal(
    'A20',
    [18, 19],
    { 'bpf-lb-mode': 'dsr', 'node-port-mode': 'snat' },
    'both --bpf-lb-mode and --node-port-mode were set. Use --bpf-lb-mode instead.',
    { 'node-port-mode': 'dsr' },
  ),
  fatal(
    'A20',
    [10, 17],
    { 'bpf-lb-algorithm': 'maglev', 'node-port-algorithm': 'random' },
    'Both --bpf-lb-algorithm and --node-port-algorithm were set. Only use --bpf-lb-algorithm instead.',
    { 'node-port-algorithm': 'maglev' },
  ),
];
