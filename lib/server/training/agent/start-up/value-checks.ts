import { atLeast } from '../cilium-version';
import { parseGoDuration } from '../go/duration';
import { textOf } from '@/lib/cilium/settings/config-data';
import type { Check, Stage, StartUp } from './problem';
import { problem } from './problem';

const tableSizes = [251, 509, 1021, 2039, 4093, 8191, 16381, 32749, 65521, 131071];

/** Values are looked at always since v1.18; before, only with NodePort on, while the replacement is set up. */
function dormant({ settings, version }: StartUp): boolean {
  return !settings.loadBalancing.nodePort && !atLeast(version, 18);
}

function stageOf({ version }: StartUp): Stage {
  return atLeast(version, 18) ? 'cell' : 'kpr';
}

const kprMode: Check = ({ data, version }) => {
  const value = textOf(data, 'kube-proxy-replacement', atLeast(version, 14) ? 'false' : 'partial');
  const modes = ['strict', 'partial', 'disabled'];
  const allowed = !atLeast(version, 13)
    ? [...modes, 'probe']
    : !atLeast(version, 14)
      ? modes
      : atLeast(version, 16)
        ? ['true', 'false']
        : [...modes, 'true', 'false'];
  if (atLeast(version, 19) || allowed.includes(value)) return null;
  return atLeast(version, 18)
    ? problem('A2', 'cell', 'invalid value for kube-proxy-replacement')
    : problem('A1', 'kpr', `Invalid value for --kube-proxy-replacement: ${value}`);
};

const mode: Check = (start) => {
  const { settings, version } = start;
  const name = atLeast(version, 18) ? 'bpf-lb-mode' : 'node-port-mode';
  if (dormant(start)) return null;
  if (!['snat', 'dsr', 'hybrid'].includes(settings.forwardingMode)) {
    return problem('A7', stageOf(start), `Invalid value for --${name}: ${settings.forwardingMode}`);
  }
  if (atLeast(version, 17) && settings.modeAnnotation && settings.forwardingMode === 'hybrid') {
    const text = `The value --${name}=hybrid is not supported as default under annotation mode`;
    return problem('A8', stageOf(start), text);
  }
  return null;
};

const dispatch: Check = (start) => {
  const { settings, version } = start;
  const { dispatch: value, forwardingMode } = settings;
  const invalid = (rule: string, stage: Stage) =>
    problem(rule, stage, `Invalid value for --bpf-lb-dsr-dispatch: ${value}`);
  const geneve = atLeast(version, 14) ? ['geneve'] : [];
  if (atLeast(version, 20)) return ['opt', 'ipip', 'geneve'].includes(value) ? null : invalid('A12', 'cell');
  // v1.18 and v1.19 do not look at it (A11).
  if (atLeast(version, 18) || dormant(start)) return null;
  if (atLeast(version, 17) && settings.modeAnnotation && value !== 'ipip') return invalid('A10', 'kpr');
  const allowed = forwardingMode === 'dsr' ? ['opt', 'ipip', ...geneve] : ['opt', ...geneve];
  return forwardingMode === 'snat' || allowed.includes(value) ? null : invalid('A9', 'kpr');
};

const algorithm: Check = (start) => {
  const { settings, version } = start;
  if (dormant(start) || ['random', 'maglev'].includes(settings.algorithm)) return null;
  const name = atLeast(version, 18) ? 'bpf-lb-algorithm' : 'node-port-algorithm';
  return problem('A14', stageOf(start), `Invalid value for --${name}: ${settings.algorithm}`);
};

const acceleration: Check = ({ settings, version }) => {
  const allowed = ['disabled', 'native', 'testing-only', ...(atLeast(version, 15) ? ['best-effort'] : [])];
  if (!settings.loadBalancing.nodePort && !atLeast(version, 17)) return null;
  if (allowed.includes(settings.acceleration)) return null;
  const stage = atLeast(version, 17) ? 'cell' : 'kpr';
  return problem('A15', stage, `Invalid value for --node-port-acceleration: ${settings.acceleration}`);
};

const tableSize: Check = ({ settings, version }) => {
  const looked = atLeast(version, 17) || (settings.loadBalancing.nodePort && settings.algorithm === 'maglev');
  if (!looked || tableSizes.includes(settings.maglevTableSize)) return null;
  const message =
    `Invalid value for --bpf-lb-maglev-table-size: ${settings.maglevTableSize}, ` +
    `supported values are: [${tableSizes.join(' ')}]`;
  return problem('A17', atLeast(version, 17) ? 'cell' : 'kpr', message);
};

/** Where Go's base64 decoder stops; null when the text is sound. */
function badByte(text: string): number | null {
  const bad = /[^A-Za-z0-9+/]/.exec(text.replace(/={1,2}$/, ''));
  if (bad !== null) return bad.index;
  return text.length % 4 === 0 ? null : text.length;
}

const hashSeed: Check = ({ data, settings, version }) => {
  const seed = textOf(data, 'bpf-lb-maglev-hash-seed', 'JLfvgnHc2kaSUFaI');
  const recent = atLeast(version, 17);
  if (!recent && !(settings.loadBalancing.nodePort && settings.algorithm === 'maglev')) return null;
  const stage = recent ? 'cell' : 'kpr';
  const before = recent ? '' : 'Failed to initialize maglev hash seeds: ';
  const at = badByte(seed);
  if (at !== null) {
    const cause = `illegal base64 data at input byte ${at}`;
    const text = `${recent ? 'cannot' : 'Cannot'} decode base64 Maglev hash seed "${seed}": ${cause}`;
    return problem('A18', stage, before + text);
  }
  const bytes = (seed.length / 4) * 3 - (/=*$/.exec(seed)?.[0].length ?? 0);
  if (bytes === 12) return null;
  return problem(
    'A19',
    stage,
    `${before}${recent ? 'decoded' : 'Decoded'} hash seed is ${bytes} bytes (not 12 bytes)`,
  );
};

const portRange: Check = (start) => {
  const text = start.data['node-port-range'];
  if (text === undefined || text.trim() === '') return null;
  const { version } = start;
  const stage: Stage = atLeast(version, 18) ? 'cell' : 'bare';
  const before = atLeast(version, 18) ? '' : 'Failed to populate NodePortRange: ';
  const parts = text.replace(/\s+$/, '').split(',');
  if (parts.length !== 2) {
    return problem(
      'A23',
      stage,
      `${before}Unable to parse min/max port value for NodePort range: node-port-range`,
    );
  }
  for (const [index, name] of ['min', 'max'].entries()) {
    const part = parts[index] ?? '';
    if (/^\d+$/.test(part)) continue;
    const parser = atLeast(version, 18) ? 'ParseUint' : 'Atoi';
    const cause = `strconv.${parser}: parsing "${part}": invalid syntax`;
    return problem('A21', stage, `${before}Unable to parse ${name} port value for NodePort range: ${cause}`);
  }
  const [min = 0, max = 0] = parts.map(Number);
  return min < max
    ? null
    : problem('A22', stage, `${before}NodePort range min port must be smaller than max port`);
};

const mapSizes: Check = ({ data, settings, version }) => {
  const stage: Stage = atLeast(version, 18) ? 'cell' : 'bare';
  if (settings.lbMapMax <= 0) {
    return problem(
      'A25',
      stage,
      `specified LBMap max entries ${settings.lbMapMax} must be a value greater than 0`,
    );
  }
  const names = ['service', 'service-backend', 'rev-nat', 'affinity', 'source-range', 'maglev'];
  const [service = 0, backend = 0, revNat = 0, affinity = 0, sources = 0, maglev = 0] = names.map((name) =>
    Number(textOf(data, `bpf-lb-${name}-map-max`, '0')),
  );
  if (Math.min(service, backend, revNat, affinity, sources, maglev) < 0) {
    const sizes =
      `(Service Map: ${service}, Service Backend: ${backend}, Reverse NAT: ${revNat}, ` +
      `Session Affinity: ${affinity}, Source Range: ${sources}, Maglev: ${maglev})`;
    return problem('A26', stage, `specified LB Service Map max entries must not be a negative value${sizes}`);
  }
  const reverse = data['bpf-sock-rev-map-max'];
  if (reverse === undefined || Number(reverse) === 0) return null;
  if (Number(reverse) < 1024) {
    const compared = atLeast(version, 18) ? 'must be greater or equal to' : 'must exceed minimum';
    return problem(
      'A27',
      stage,
      `specified Socket Reverse NAT table size ${Number(reverse)} ${compared} 1024`,
    );
  }
  if (Number(reverse) <= 16_777_216) return null;
  return problem(
    'A27',
    stage,
    `specified Socket Reverse NAT tables size ${Number(reverse)} must not exceed maximum 16777216`,
  );
};

const reflectorWait: Check = ({ data, version }) => {
  const text = data['lb-reflector-wait-time']?.trim();
  if (text === undefined || !atLeast(version, 20)) return null;
  const duration = parseGoDuration(text);
  if (duration > 0) return null;
  if (!Number.isNaN(duration)) {
    return problem('A28', 'cell', `--lb-reflector-wait-time must be greater than 0, got ${text}`);
  }
  const message =
    'failed to unmarshal config struct loadbalancer.UserConfig: 1 error(s) decoding:\n\n' +
    `* error decoding 'lb-reflector-wait-time': time: missing unit in duration "${text}".\n` +
    "Hint: field 'FooBar' matches flag 'foo-bar', or use tag `mapstructure:\"flag-name\"` to match field with flag";
  return problem('A3', 'cell', message);
};

const routingMode: Check = ({ data, version }) => {
  const value = data['routing-mode']?.trim();
  if (value === undefined || !atLeast(version, 14)) return null;
  const modes = atLeast(version, 20) ? ['tunnel', 'native', 'hybrid'] : ['native', 'tunnel'];
  if (modes.includes(value)) return null;
  const listed = modes.map((name) => `"${name}"`).join(', ');
  return problem('A31', 'validate', `invalid routing mode "${value}", valid modes = {${listed}}`);
};

const tunnelProtocol: Check = ({ settings, version }) => {
  if (!atLeast(version, 14) || ['vxlan', 'geneve'].includes(settings.tunnelProtocol)) return null;
  return problem(
    'A32',
    atLeast(version, 15) ? 'cell' : 'validate',
    `invalid tunnel protocol "${settings.tunnelProtocol}"`,
  );
};

const ipFamilies: Check = ({ settings }) => {
  const { ipv4, ipv6 } = settings.loadBalancing;
  return ipv4 || ipv6 ? null : problem('-', 'bare', 'Either IPv4 or IPv6 addressing must be enabled');
};

export const valueChecks: Check[] = [
  routingMode,
  tunnelProtocol,
  ipFamilies,
  kprMode,
  reflectorWait,
  mapSizes,
  portRange,
  algorithm,
  mode,
  dispatch,
  acceleration,
  tableSize,
  hashSeed,
];
