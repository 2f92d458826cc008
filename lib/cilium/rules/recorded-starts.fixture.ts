import { existsSync, readFileSync, readdirSync } from 'node:fs';
import type { ConfigMapData } from '../settings/config-data';
import type { DeviceFacts } from '../settings/devices';
import type { StartFacts } from './start-facts';
import { noFacts } from './start-facts';

/** How a start ended: the agent went on running, or its process ended with this code and these words. */
export type RecordedEnd = {
  exitCode: number | null;
  /** The last line of its log where it is a fatal one, without its time. */
  fatal: string | null;
  /** The first line of a panic; null where there was none, or its dump was not kept. */
  panic: string | null;
  /** What the command's parser of flags said, where it refused one. */
  refusedFlag: string | null;
  /** What it warned of while it started. */
  warnings: string[];
};

/** One start of a real 1.21-dev agent, with all that it depended on. */
export type RecordedStart = {
  /** `fatal/vxlan-dsr`, `settings/mode-dsr-ipip`. */
  path: string;
  data: ConfigMapData;
  facts: StartFacts;
  /** The rule of cilium-config.md it was made for, and the words expected of it; empty where none are. */
  rule: string;
  expectedText: string;
  /** The reference was right: those words are what decides. */
  confirms: boolean;
  byConfigDir: RecordedEnd;
  /** The same with the keys as flags of the command; null where that was not tried. */
  byFlags: RecordedEnd | null;
};

const folder = '../shared/vectors/agent';

/** Whether the recordings are beside the repository; outside of our workshop they are not. */
export const recordedStartsAreHere = existsSync(`${folder}/index.json`);
if (!recordedStartsAreHere) process.stdout.write(`skipped: no recorded starts in ${folder}\n`);

const read = (path: string): unknown => JSON.parse(readFileSync(`${folder}/${path}`, 'utf8'));
const withoutTime = (line: string): string => line.replace(/^time=\S+ /, '');

/** Devices that the recording machine had, where a case does not list its own. */
const machineDevices: readonly { name: string; addresses: string[] }[] = [
  { name: 'eth0', addresses: ['192.0.2.11/24'] },
  { name: 'eth1', addresses: ['198.51.100.11/24'] },
  { name: 'dum0', addresses: ['203.0.113.1/24'] },
];

/** The recording machine (README.md, "What ran"): kernel 6.18 without some device types, no Kubernetes. */
function machineFacts(devices: readonly { name: string; addresses: string[] }[]): StartFacts {
  return {
    ...noFacts,
    devices: devices.map(({ name, addresses }): DeviceFacts => ({
      name,
      ips: addresses.map((address) => address.split('/')[0] ?? ''),
      defaultRoute: name === 'eth0',
    })),
    nodeIPs: [],
    kernel: { major: 6, minor: 18 },
    ephemeralPorts: { min: 32_768, max: 60_999 },
    rpFilter: 1,
    devicesWithoutXDP: ['dum0'],
    deviceTypes: { geneve: false, ipip: false, wireguard: false, netkit: false },
    mounts: { '/run/cilium/cgroupv2': 'cgroup2', '/run/cilium': 'tmpfs' },
    backendsMax: 0,
    agentMemoryBytes: Number.POSITIVE_INFINITY,
    nodeKeys: [],
    hostPorts: [],
  };
}

type RunFile = {
  exit_code: number | null;
  fatal: string[];
  warnings: string[];
  plain_output?: string[];
};

function toEnd({ exit_code: exitCode, fatal, warnings, plain_output: output = [] }: RunFile): RecordedEnd {
  const last = fatal.at(-1);
  return {
    exitCode,
    fatal: last === undefined ? null : withoutTime(last),
    panic: output.find((line) => line.startsWith('panic: ')) ?? null,
    refusedFlag: exitCode === 1 ? (output.at(-1) ?? null) : null,
    warnings: warnings.map(withoutTime),
  };
}

type SettingsInput = {
  data: Record<string, string>;
  devices: { name: string; addresses: string[] }[];
};

type FatalFile = {
  rule: string;
  expected_text: string;
  verdict: string;
  input: Record<string, string>;
  config_dir: RunFile;
  flags: RunFile;
};

function ofFatal(name: string, base: ConfigMapData): RecordedStart {
  const file = read(`fatal/${name}`) as FatalFile;
  return {
    path: `fatal/${name.replace(/\.json$/, '')}`,
    data: { ...base, ...file.input },
    facts: machineFacts(machineDevices),
    rule: file.rule,
    expectedText: file.expected_text,
    confirms: file.verdict === 'confirms',
    byConfigDir: toEnd(file.config_dir),
    byFlags: toEnd(file.flags),
  };
}

function ofSettings(name: string): RecordedStart {
  const { data, devices } = read(`settings/${name}/input.json`) as SettingsInput;
  const { agent, agent_log: log } = read(`settings/${name}/meta.json`) as {
    agent: string;
    agent_log: string[];
  };
  const exit = /^exit (\d+)$/.exec(agent)?.[1];
  return {
    path: `settings/${name}`,
    data,
    facts: machineFacts(devices.filter(({ name: device }) => device !== 'noipv6')),
    rule: '',
    expectedText: '',
    confirms: true,
    byConfigDir: {
      exitCode: exit === undefined ? null : Number(exit),
      fatal: log.findLast((line) => line.startsWith('level=fatal')) ?? null,
      panic: null,
      refusedFlag: null,
      warnings: log.filter((line) => line.startsWith('level=warn')),
    },
    byFlags: null,
  };
}

/** Gives every recorded start of both folders. */
export function recordedStarts(): RecordedStart[] {
  if (!recordedStartsAreHere) return [];
  const { data: base } = read('settings/kpr-true-defaults/input.json') as SettingsInput;
  return [
    ...readdirSync(`${folder}/fatal`)
      .sort()
      .map((name) => ofFatal(name, base)),
    ...readdirSync(`${folder}/settings`).sort().map(ofSettings),
  ];
}
