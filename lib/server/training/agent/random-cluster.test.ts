import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedFrontends } from '@/lib/cilium/expected-frontends/expected-frontends';
import { formatL3n4Addr } from '@/lib/cilium/l3n4-addr';
import { parseServiceList } from '@/lib/cilium/parse-service-list';
import { parseStatus } from '@/lib/cilium/parse-status';
import type { RunningAgent } from '../agent-contract';
import { atLeast, parseCiliumVersion } from './cilium-version';
import { createAgentFactory } from './create-agent';
import { formatJsonOutput } from './go/json';
import { defaultNodeFacts } from './node-facts';
import { formatServiceList } from './output/format-service-list';
import type { ServiceModel } from './output/service-model';
import type { ClusterObjects } from './random-cluster.fixture';
import { agentStart, objectsOf, randomCluster } from './random-cluster.fixture';
import { readSettings } from '@/lib/cilium/settings/agent-settings';
import { nodePortAddresses, selectedDevices } from '@/lib/cilium/settings/devices';
import { endpointSliceInput, nodeInput, podInput, serviceInput } from './table/object-inputs';

function agentOf(objects: ClusterObjects, image: string, config: Record<string, string>): RunningAgent {
  const clock = { startedAtMs: 0, nowMs: () => 3_600_000 };
  return createAgentFactory()(agentStart(objects, image, config, clock));
}

function stdout(agent: RunningAgent, command: string): string {
  const result = agent.run(command.split(' '));
  if (result === 'no-such-binary') throw new Error(command);
  expect(result).toMatchObject({ stderr: '', exitCode: 0 });
  return result.stdout;
}

const releases = [
  '1.13.4',
  '1.14.5',
  '1.15.7',
  '1.16.5',
  '1.17.7',
  '1.18.2',
  '1.18.6',
  '1.19.1',
  '1.20.2',
  '1.21.0',
];

describe.each(releases)('what a training agent of %s prints', (release) => {
  const version = parseCiliumVersion(release);
  if (version === null) throw new Error(release);
  const image = `quay.io/cilium/cilium:v${release}`;

  const clusters = randomCluster(version.minor);

  it('is read back by the parsers as the table it stands for, from text and from JSON', () => {
    fc.assert(
      fc.property(clusters, (cluster) => {
        const objects = objectsOf(cluster);
        const agent = agentOf(objects, image, cluster.config);
        expect(agent.fatal).toBeNull();
        const node = objects.nodes[1];
        const settings = readSettings(cluster.config, version);
        const facts = defaultNodeFacts(node, 'node-b');
        const expected = expectedFrontends({
          version,
          settings: settings.loadBalancing,
          node: nodeInput(
            node,
            'node-b',
            nodePortAddresses(selectedDevices(facts.devices, settings), settings),
          ),
          services: objects.services.map(serviceInput),
          endpointSlices: objects.slices.map(endpointSliceInput),
          pods: objects.pods.flatMap((pod) => podInput(pod).pod ?? []),
          redirectPolicies: [],
        });
        const wanted = expected
          .map((row) => ({
            row: `${formatL3n4Addr(row)} ${row.type}`,
            backends: row.backends.map((backend) => `${formatL3n4Addr(backend)} ${backend.state}`).sort(),
          }))
          .sort((a, b) => (a.row < b.row ? -1 : 1));
        const text = stdout(agent, 'cilium service list');
        const json = stdout(agent, 'cilium service list -o json');
        const read = [parseServiceList(text), parseServiceList(json)];
        for (const { frontends, unparsed } of read) {
          expect(unparsed).toEqual([]);
          const got = frontends
            .map((row) => ({
              row: `${formatL3n4Addr(row)} ${row.type}`,
              backends: row.backends.map((backend) => `${formatL3n4Addr(backend)} ${backend.state}`).sort(),
            }))
            .sort((a, b) => (a.row < b.row ? -1 : 1));
          expect(got).toEqual(wanted);
        }
        const ids = (index: number): number[] =>
          (read[index]?.frontends ?? []).map(({ id }) => id).sort((a, b) => a - b);
        expect(ids(0)).toEqual(ids(1));
        expect(new Set(ids(0).filter((id) => id !== 0)).size).toBe(ids(0).filter((id) => id !== 0).length);
        // The fast printers give the bytes of those that the oracle checks.
        expect(json).toBe(formatJsonOutput(JSON.parse(json)));
        expect(text).toBe(formatServiceList(JSON.parse(json) as ServiceModel[], version).stdout);
        agent.stop();
      }),
      { numRuns: 40 },
    );
  });

  it('is read back by the parsers as the status it stands for, from text and from JSON', () => {
    fc.assert(
      fc.property(clusters, (cluster) => {
        const agent = agentOf(objectsOf(cluster), image, cluster.config);
        const json = parseStatus(stdout(agent, 'cilium status -o json'));
        const verbose = parseStatus(stdout(agent, 'cilium status --verbose'));
        const short = parseStatus(stdout(agent, 'cilium status'));
        for (const { unparsed } of [json, verbose, short]) expect(unparsed).toEqual([]);
        // What the text says of ClusterIP and LoadBalancer is in no field of the JSON.
        const { services: _textOnly, ...fromText } = verbose.kubeProxyReplacement ?? { services: undefined };
        const fromJSON = json.kubeProxyReplacement;
        expect(verbose.kubeProxyReplacement).toBeDefined();
        expect(fromJSON).toMatchObject(fromText);
        expect(short.kubeProxyReplacement?.mode).toBe(fromJSON?.mode);
        expect(verbose.cilium).toEqual(json.cilium);
        expect(verbose.kubernetes).toEqual(json.kubernetes);
        expect(verbose.bpfMaps).toEqual(json.bpfMaps);
        const settings = readSettings(cluster.config, version);
        expect(fromJSON?.features.nodePort?.enabled).toBe(settings.loadBalancing.nodePort);
        expect(fromJSON?.features.socketLB?.enabled).toBe(settings.socketLB);
        if (settings.loadBalancing.nodePort) {
          expect(fromJSON?.features.nodePort?.mode?.toLowerCase()).toBe(settings.forwardingMode);
          expect(fromJSON?.features.nodePort?.algorithm?.toLowerCase()).toBe(settings.algorithm);
        }
        expect(fromJSON?.features.gracefulTermination !== undefined).toBe(!atLeast(version, 18));
        agent.stop();
      }),
      { numRuns: 40 },
    );
  });
});
