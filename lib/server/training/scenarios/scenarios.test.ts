import { afterEach, describe, expect, it } from 'vitest';
import { parseServiceList } from '@/lib/cilium/parse-service-list';
import { parseStatus } from '@/lib/cilium/parse-status';
import type { AgentFactory, AgentStart, RunningAgent, ScenarioSize } from '../agent-contract';
import { startScenario } from '../start-scenario';
import type { TrainingCluster } from '../training-cluster';
import { scenarios } from './scenarios';

type Running = { agent: RunningAgent; start: AgentStart };

const clusters: TrainingCluster[] = [];

afterEach(async () => {
  await Promise.all(clusters.splice(0).map((cluster) => cluster.stop()));
});

async function run(
  name: string,
  size?: ScenarioSize,
): Promise<{ cluster: TrainingCluster; agents: Map<string, Running> }> {
  const scenario = scenarios[name];
  if (scenario === undefined) throw new Error(name);
  const agents = new Map<string, Running>();
  const agent: AgentFactory = (start) => {
    const running = scenario.agent(start);
    agents.set(start.nodeName, { agent: running, start });
    return running;
  };
  const cluster = await startScenario(
    { ...scenario, agent },
    {
      host: '127.0.0.1',
      port: 0,
      tls: false,
      size: size ?? scenario.defaultSize ?? { nodes: 2, services: 5 },
      seed: 1,
    },
  );
  clusters.push(cluster);
  return { cluster, agents };
}

function ask(agents: Map<string, Running>, node: string, command: string): string {
  const result = agents.get(node)?.agent.run(command.split(' '));
  if (result === undefined || result === 'no-such-binary') throw new Error(`${node}: ${command}`);
  expect(result).toMatchObject({ stderr: '', exitCode: 0 });
  return result.stdout;
}

const first = 'ip-192-168-18-107.ec2.internal';
const second = 'ip-192-168-53-201.ec2.internal';

/** The article's `cilium service list`, with the blanks at the line ends that a web page drops. */
const articleTable = `
ID   Frontend               Service Type   Backend
1    10.100.0.1:443         ClusterIP      1 => 192.168.38.254:443 (active)
                                           2 => 192.168.7.21:443 (active)
2    10.100.48.36:443       ClusterIP      1 => 192.168.18.107:4244 (active)
3    10.100.0.10:53         ClusterIP      1 => 192.168.28.19:53 (active)
                                           2 => 192.168.11.178:53 (active)
4    10.100.224.221:8080    ClusterIP      1 => 192.168.51.102:8080 (active)
5    192.168.18.107:30598   NodePort       1 => 192.168.51.102:8080 (active)
6    0.0.0.0:30598          NodePort       1 => 192.168.51.102:8080 (active)
7    10.100.191.108:8080    ClusterIP      1 => 192.168.30.93:8080 (active)
8    192.168.18.107:30786   NodePort       1 => 192.168.30.93:8080 (active)
9    0.0.0.0:30786          NodePort       1 => 192.168.30.93:8080 (active)
10   192.168.18.107:40000   HostPort       1 => 192.168.30.93:8080 (active)
11   0.0.0.0:40000          HostPort       1 => 192.168.30.93:8080 (active)
12   192.168.8.11:40000     HostPort       1 => 192.168.30.93:8080 (active)
13   192.168.8.11:30786     NodePort       1 => 192.168.30.93:8080 (active)
14   192.168.8.11:30598     NodePort       1 => 192.168.51.102:8080 (active)
`.trim();

describe('the article’s cluster', () => {
  it('has a first node whose agent lists the article’s 14 rows', async () => {
    const { agents } = await run('article');
    const printed = ask(agents, first, 'cilium service list');
    expect(printed.replace(/ +$/gm, '').trim()).toBe(articleTable);
  });

  it('has a second node whose agent prints the article’s status', async () => {
    const { agents } = await run('article');
    const lines = ask(agents, second, 'cilium status')
      .split('\n')
      .map((line) => line.trimEnd());
    expect(lines).toEqual(
      expect.arrayContaining([
        'KVStore:                 Ok   Disabled',
        'Kubernetes:              Ok   1.27+ (v1.27.3-eks-a5565ad) [linux/amd64]',
        'KubeProxyReplacement:    Strict   [eth0 192.168.53.201 (Direct Routing)]',
        'CNI Config file:         CNI configuration file management disabled',
        'Cilium:                  Ok   1.13.4 (v1.13.4-4061cdfc)',
        'NodeMonitor:             Listening for events on 2 CPUs with 64x4096 of shared memory',
        'IPAM:                    IPv4: 2/10 allocated,',
        'Host Routing:            Legacy',
        'Masquerading:            IPTables [IPv4: Enabled, IPv6: Disabled]',
        'Controller Status:       19/19 healthy',
        'Proxy Status:            OK, ip 192.168.41.230, 0 redirects active on ports 10000-20000',
        'Global Identity Range:   min 256, max 65535',
        'Encryption:              Disabled',
      ]),
    );
    const details = `
KubeProxyReplacement Details:
  Status:                 Strict
  Socket LB:              Enabled
  Socket LB Tracing:      Enabled
  Socket LB Coverage:     Full
  Devices:                eth0 192.168.53.201 (Direct Routing)
  Mode:                   SNAT
  Backend Selection:      Random
  Session Affinity:       Enabled
  Graceful Termination:   Enabled
  NAT46/64 Support:       Disabled
  XDP Acceleration:       Disabled
  Services:
  - ClusterIP:      Enabled
  - NodePort:       Enabled (Range: 30000-32767)
  - LoadBalancer:   Enabled
  - externalIPs:    Enabled
  - HostPort:       Enabled
`.trim();
    const verbose = ask(agents, second, 'cilium status --verbose').replace(/ +$/gm, '');
    expect(verbose).toContain(details);
  });

  it('has agents without the name cilium-dbg, as Cilium 1.13 has none', async () => {
    const { agents } = await run('article');
    expect(agents.get(first)?.agent.run(['cilium-dbg', 'status'])).toBe('no-such-binary');
  });
});

describe.each(Object.keys(scenarios))('the scenario %s', (name) => {
  const size = name === 'large' ? { nodes: 6, services: 120 } : undefined;

  it('starts with agents that all run, and whose every answer is understood', async () => {
    const { agents } = await run(name, size);
    expect(agents.size).toBe(size?.nodes ?? scenarios[name]?.defaultSize?.nodes);
    for (const [node, { agent }] of agents) {
      expect(agent.fatal).toBeNull();
      const table = parseServiceList(ask(agents, node, 'cilium service list'));
      expect(table.unparsed).toEqual([]);
      expect(table.frontends.length).toBeGreaterThan(8);
      expect(table.frontends.some(({ backends }) => backends.length > 1)).toBe(true);
      for (const command of ['cilium status', 'cilium status --verbose', 'cilium status -o json']) {
        const status = parseStatus(ask(agents, node, command));
        expect(status.unparsed).toEqual([]);
        expect(status.cilium?.state).toBe('Ok');
      }
    }
  });
});

describe('agents follow the cluster', () => {
  it('shows backends on their way out while a Deployment rolls', async () => {
    const { cluster, agents } = await run('rolling-update');
    const states = new Set<string>();
    const until = Date.now() + 15_000;
    while (!states.has('terminating') && Date.now() < until) {
      const { frontends } = parseServiceList(ask(agents, 'worker-01', 'cilium-dbg service list'));
      for (const { backends } of frontends) for (const { state } of backends) states.add(state ?? '');
      await new Promise((done) => setTimeout(done, 100));
    }
    expect([...states]).toContain('terminating');
    expect(cluster.api.get('Deployment', 'checkout', 'shop')?.spec?.replicas).toBe(6);
  });

  it('keeps leftovers on one node of drift until its agent restarts', async () => {
    const { agents } = await run('drift');
    const has = (node: string): boolean =>
      ask(agents, node, 'cilium service list').includes('10.42.2.203:8080');
    expect(has('k8s-worker-02')).toBe(true);
    expect(has('k8s-worker-01')).toBe(false);
    const { start } = agents.get('k8s-worker-02') ?? {};
    if (start === undefined) throw new Error('no agent');
    const restarted = scenarios.drift?.agent({
      ...start,
      podName: 'cilium-again',
      startedAtMs: start.nowMs() - 60_000,
    });
    if (restarted === undefined) throw new Error('no scenario');
    agents.set('k8s-worker-02', { agent: restarted, start });
    expect(has('k8s-worker-02')).toBe(false);
    restarted.stop();
  });

  it('gives a node of drift another algorithm than the rest', async () => {
    const { agents } = await run('drift');
    const algorithm = (node: string): string | undefined =>
      parseStatus(ask(agents, node, 'cilium status -o json')).kubeProxyReplacement?.features.nodePort
        ?.algorithm;
    expect(algorithm('k8s-worker-01')).toBe('Maglev');
    expect(algorithm('k8s-worker-04')).toBe('Random');
  });
});
