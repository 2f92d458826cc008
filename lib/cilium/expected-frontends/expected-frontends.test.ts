import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import type { ExpectedFrontend } from './expected-frontend';
import { expectedFrontends } from './expected-frontends';
import type { LoadBalancingInput, LoadBalancingSettings } from './load-balancing-input';
import type { RecordedService, RecordedSlice } from './recorded-objects.fixture';
import { serviceOf, sliceOf } from './recorded-objects.fixture';
import { formatL3n4Addr } from '../l3n4-addr';

const agent = join(import.meta.dirname, '../../../../shared/vectors/agent');

function nodeOf(devices: [string, string[]][], ipv6: boolean): LoadBalancingInput['node'] {
  const plain = devices.map(([, cidrs]) => cidrs.map((cidr) => cidr.split('/')[0] ?? ''));
  const firsts = plain.flatMap((ips) => [
    ...ips.filter((ip) => !ip.includes(':')).slice(0, 1),
    ...(ipv6 ? ips.filter((ip) => ip.includes(':')).slice(0, 1) : []),
  ]);
  return { name: 'kpr1', labels: {}, zone: null, nodePortAddresses: firsts, addresses: plain.flat() };
}

function settingsOf(config: Record<string, string>): LoadBalancingSettings {
  const kpr = config['kube-proxy-replacement'] === 'true';
  return {
    nodePort: kpr,
    hostPort: kpr,
    externalIPs: kpr,
    ipv4: config['enable-ipv4'] !== 'false',
    ipv6: config['enable-ipv6'] === 'true',
    nodePortRange: { min: 30000, max: 32767 },
    gracefulTermination: true,
    serviceTopology: config['enable-service-topology'] === 'true',
    protocolDifferentiation: true,
    serviceProxyName: '',
    internalTrafficPolicy: true,
    localRedirectPolicies: false,
    clusterMesh: false,
  };
}

type Structure = { row: string; backends: string[] };

function structureOf(rows: readonly ExpectedFrontend[]): Structure[] {
  return rows
    .map((row) => ({
      row: `${row.programmed ? '' : '0 '}${formatL3n4Addr(row)} ${row.type}`,
      backends: row.backends.map((backend) => `${formatL3n4Addr(backend)} (${backend.state})`).sort(),
    }))
    .sort((a, b) => (a.row < b.row ? -1 : 1));
}

function recordedStructure(text: string): Structure[] {
  const rows: Structure[] = [];
  for (const line of text.split('\n').slice(1)) {
    const cells = line.trim().split(/\s{2,}/);
    const backend = /\d+ => (.*)$/.exec(line.trim())?.[1];
    if (/^\d+ /.test(line)) {
      rows.push({ row: `${cells[0] === '0' ? '0 ' : ''}${cells[1]} ${cells[2]}`, backends: [] });
    }
    if (backend !== undefined) rows.at(-1)?.backends.push(backend);
  }
  for (const { backends } of rows) backends.sort();
  return rows.sort((a, b) => (a.row < b.row ? -1 : 1));
}

/** Cases that cannot be judged: what the recording's own source does otherwise, or what no object says. */
const unjudged = new Map([
  ['ann-node', 'the state-file source does not look at service.cilium.io/node'],
  ['ann-node-selector', 'the state-file source does not look at service.cilium.io/node-selector'],
  ['label-proxy-name', 'the state-file source does not filter by service-proxy-name'],
  [
    'conflict-clusterip',
    'two Services claim one address: the API source keeps the first it meets, the state file is refused',
  ],
  [
    'slices-dup-ready-then-notready',
    'two slices name one address with different conditions: the API source takes the last event',
  ],
  [
    'slices-dup-notready-then-ready',
    'two slices name one address with different conditions: the API source takes the last event',
  ],
]);

if (!existsSync(agent)) {
  it.skip('reads ../shared/vectors/agent (absent here)', () => {});
} else {
  const read = (...path: string[]): string => readFileSync(join(agent, ...path), 'utf8');
  const version = { major: 1, minor: 21, patch: 0 };

  type Comparison = { expected: Structure[]; recorded: Structure[]; doubted: boolean };

  const compare = (folder: string, input: string, run: string): Comparison => {
    const { config, devices } = JSON.parse(read('services/runs', `${run}.json`)) as {
      config: Record<string, string>;
      devices: [string, string[]][];
    };
    const objects = parse(read(input)) as {
      services?: RecordedService[];
      endpoints?: RecordedSlice[];
    };
    const settings = settingsOf(config);
    const rows = expectedFrontends({
      version,
      settings,
      node: nodeOf(devices, settings.ipv6),
      services: (objects.services ?? []).map(serviceOf),
      endpointSlices: (objects.endpoints ?? []).map(sliceOf),
      pods: [],
      redirectPolicies: [],
    });
    return {
      expected: structureOf(rows),
      recorded: recordedStructure(read(folder, 'service-list.txt')),
      doubted: rows.some(({ doubt }) => doubt !== null),
    };
  };

  const cases = readdirSync(join(agent, 'services')).filter((name) => name !== 'runs');
  const runsOf = (name: string): string[] =>
    readdirSync(join(agent, 'services', name)).filter((entry) => !entry.includes('.'));

  describe.each(cases.filter((name) => !unjudged.has(name)))('Services and EndpointSlices of %s', (name) => {
    it.each(runsOf(name))('as a real 1.21-dev agent lists them in run %s', (run) => {
      const { expected, recorded, doubted } = compare(
        `services/${name}/${run}`,
        `services/${name}/input.yaml`,
        run,
      );
      expect(expected).toEqual(recorded);
      expect(doubted).toBe(false);
    });
  });

  describe.each([...unjudged])('%s is not judged: %s', (name) => {
    it.each(runsOf(name))('in run %s, where it could not be', (run) => {
      const { expected, recorded, doubted } = compare(
        `services/${name}/${run}`,
        `services/${name}/input.yaml`,
        run,
      );
      const agrees = JSON.stringify(expected) === JSON.stringify(recorded);
      expect(agrees && !doubted).toBe(false);
    });
  });

  const stories = readdirSync(join(agent, 'sequences'));
  describe.each(stories)('the story %s', (story) => {
    const steps = readdirSync(join(agent, 'sequences', story)).filter((entry) => /^\d+$/.test(entry));
    it.each(steps)('at step %s', (step) => {
      const folder = `sequences/${story}/${step}`;
      const { expected, recorded, doubted } = compare(folder, `${folder}/input.yaml`, 'random');
      expect(expected).toEqual(recorded);
      expect(doubted).toBe(false);
    });
  });
}
