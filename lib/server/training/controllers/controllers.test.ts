import { afterEach, describe, expect, test } from 'vitest';
import type { KindTypes, KubeObject, Scenario } from '../agent-contract';
import { ManualClock } from '../api-server/clock';
import { smallScenario } from '../small-scenario';
import { startScenario } from '../start-scenario';
import type { TrainingCluster } from '../training-cluster';

let cluster: TrainingCluster | undefined;
let clock: ManualClock;

afterEach(() => cluster?.stop());

async function start(
  options: { nodes?: number; seed?: number; objects?: KubeObject[]; scenario?: Scenario } = {},
): Promise<TrainingCluster> {
  const { nodes = 3, seed = 1, objects = [], scenario = smallScenario } = options;
  clock = new ManualClock();
  cluster = await startScenario(
    { ...scenario, objects: (size, given) => [...scenario.objects(size, given), ...objects] },
    { host: '127.0.0.1', port: 0, tls: false, size: { nodes, services: 0 }, seed, clock },
  );
  return cluster;
}

type Pod = KindTypes['Pod'];

const podsOf = ({ api }: TrainingCluster, label: string, value: string): Pod[] =>
  api.list('Pod').filter(({ metadata }) => metadata.labels?.[label] === value);
const agentsOf = (running: TrainingCluster) => podsOf(running, 'k8s-app', 'cilium');
const nameOf = ({ metadata }: KubeObject) => metadata.name ?? '';
const isReady = ({ status }: Pod) =>
  status?.conditions?.some(({ type, status: on }) => type === 'Ready' && on === 'True');
const leaving = ({ metadata }: Pod) => metadata.deletionTimestamp !== undefined;
const slicesOf = ({ api }: TrainingCluster, service: string) =>
  api
    .list('EndpointSlice')
    .filter(({ metadata }) => metadata.labels?.['kubernetes.io/service-name'] === service);
const daemonSet = ({ api }: TrainingCluster) => api.get('DaemonSet', 'cilium', 'kube-system');

const patchTemplate = (
  { api }: TrainingCluster,
  kind: 'DaemonSet' | 'Deployment',
  name: string,
  namespace: string,
  at: string,
) =>
  api.patch(kind, name, namespace, {
    spec: { template: { metadata: { annotations: { 'kubectl.kubernetes.io/restartedAt': at } } } },
  });

describe('a cluster that starts', () => {
  test('is settled: every pod runs and is ready, has an address of its own, and looks days old', async () => {
    const running = await start();
    const pods = running.api.list('Pod');
    expect(pods).toHaveLength(3 + 4);
    expect(pods.every(isReady)).toBe(true);
    const own = pods.filter(({ spec }) => !spec?.hostNetwork).map(({ status }) => status?.podIP);
    expect(new Set(own).size).toBe(4);
    expect(agentsOf(running).map(({ status }) => status?.podIP)).toEqual(
      expect.arrayContaining(['192.0.2.10', '192.0.2.11', '192.0.2.12']),
    );
    expect(Date.parse(pods[0]?.status?.startTime ?? '')).toBeLessThan(clock.nowMs() - 24 * 3600_000);
    expect(daemonSet(running)?.status).toEqual({
      currentNumberScheduled: 3,
      desiredNumberScheduled: 3,
      numberAvailable: 3,
      numberMisscheduled: 0,
      numberReady: 3,
      observedGeneration: 1,
      updatedNumberScheduled: 3,
    });
    expect(running.api.get('Deployment', 'web', 'demo')?.status).toMatchObject({
      replicas: 4,
      readyReplicas: 4,
      availableReplicas: 4,
      updatedReplicas: 4,
    });
  });

  test('is the same for the same seed', async () => {
    const names = async (seed: number) => {
      const running = await start({ seed });
      const found = running.api
        .list('Pod')
        .map((pod) => `${nameOf(pod)} ${pod.metadata.uid} ${pod.status?.podIP}`);
      await running.stop();
      return found;
    };
    expect(await names(5)).toEqual(await names(5));
    expect(await names(5)).not.toEqual(await names(6));
  });

  test('adopts the pods that a scenario names, with their addresses and nodes', async () => {
    const running = await start({
      objects: [
        {
          apiVersion: 'v1',
          kind: 'Pod',
          metadata: { name: 'web-fixed', namespace: 'demo', labels: { app: 'web' } },
          spec: {
            nodeName: 'node-2',
            containers: [{ name: 'web', ports: [{ name: 'http', containerPort: 8080 }] }],
          },
          status: { podIP: '10.0.2.77' },
        },
      ],
    });
    expect(podsOf(running, 'app', 'web')).toHaveLength(4);
    const fixed = running.api.get('Pod', 'web-fixed', 'demo');
    expect(fixed?.metadata.ownerReferences?.[0]?.kind).toBe('ReplicaSet');
    expect(fixed?.status?.podIPs).toEqual([{ ip: '10.0.2.77' }]);
    clock.advance(60_000);
    expect(running.api.get('Pod', 'web-fixed', 'demo')?.metadata.uid).toBe(fixed?.metadata.uid);
  });
});

describe('a DaemonSet', () => {
  test('rolls node by node: never more than maxUnavailable without an agent, and every pod is new at the end', async () => {
    const running = await start();
    const before = new Set(agentsOf(running).map(nameOf));
    patchTemplate(running, 'DaemonSet', 'cilium', 'kube-system', 'now');
    let fewest = 3;
    let seenTerminating = false;
    for (let step = 0; step < 200; step += 1) {
      clock.advance(250);
      fewest = Math.min(fewest, agentsOf(running).filter((pod) => isReady(pod) && !leaving(pod)).length);
      seenTerminating ||= agentsOf(running).some(leaving);
    }
    expect(fewest).toBe(2);
    expect(seenTerminating).toBe(true);
    const after = agentsOf(running);
    expect(after.map(({ spec }) => spec?.nodeName).sort()).toEqual(['node-0', 'node-1', 'node-2']);
    expect(after.every((pod) => !before.has(nameOf(pod)) && isReady(pod))).toBe(true);
    expect(daemonSet(running)?.status).toMatchObject({
      observedGeneration: 2,
      updatedNumberScheduled: 3,
      numberReady: 3,
      numberAvailable: 3,
    });
  });

  test('says during the roll how far it is', async () => {
    const running = await start();
    patchTemplate(running, 'DaemonSet', 'cilium', 'kube-system', 'now');
    clock.advance(4_500);
    const status = daemonSet(running)?.status;
    expect(status).toMatchObject({ desiredNumberScheduled: 3, numberUnavailable: 1, observedGeneration: 2 });
    expect(status?.updatedNumberScheduled ?? 0).toBeLessThan(3);
  });

  test('with OnDelete waits; a pod that is deleted comes back under another name with the new template', async () => {
    const running = await start();
    running.api.patch('DaemonSet', 'cilium', 'kube-system', {
      spec: { updateStrategy: { type: 'OnDelete', rollingUpdate: null } },
    });
    patchTemplate(running, 'DaemonSet', 'cilium', 'kube-system', 'now');
    const before = agentsOf(running);
    clock.advance(60_000);
    expect(agentsOf(running).map(nameOf)).toEqual(before.map(nameOf));
    expect(daemonSet(running)?.status?.updatedNumberScheduled).toBeUndefined();
    const victim = before[0];
    running.api.remove('Pod', victim ? nameOf(victim) : '', 'kube-system');
    clock.advance(500);
    expect(agentsOf(running).filter(leaving)).toHaveLength(1);
    clock.advance(10_000);
    const onNode = agentsOf(running).filter(({ spec }) => spec?.nodeName === victim?.spec?.nodeName);
    expect(onNode).toHaveLength(1);
    expect(onNode.map(nameOf)).not.toContain(victim ? nameOf(victim) : '');
    expect(onNode[0]?.metadata.annotations).toEqual({ 'kubectl.kubernetes.io/restartedAt': 'now' });
    expect(onNode.every(isReady)).toBe(true);
    expect(daemonSet(running)?.status?.updatedNumberScheduled).toBe(1);
  });

  test('follows the nodes', async () => {
    const running = await start();
    running.api.create({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: 'node-9' },
      spec: { podCIDRs: ['10.0.9.0/24'] },
      status: { addresses: [{ type: 'InternalIP', address: '192.0.2.19' }] },
    });
    clock.advance(10_000);
    expect(agentsOf(running).map(({ spec }) => spec?.nodeName)).toContain('node-9');
    running.api.remove('Node', 'node-9');
    clock.advance(60_000);
    expect(agentsOf(running)).toHaveLength(3);
  });
});

describe('an agent', () => {
  const config = async (running: TrainingCluster, pod: Pod) => {
    const { KubeConfig, Exec } = await import('@kubernetes/client-node');
    const { PassThrough } = await import('node:stream');
    const kube = new KubeConfig();
    kube.loadFromString(running.kubeconfig);
    const out = new PassThrough();
    const command = ['cilium-dbg', 'config'];
    const where = ['kube-system', nameOf(pod), 'cilium-agent'] as const;
    await new Exec(kube).exec(...where, command, out, null, null, false);
    const text = Buffer.concat(await out.toArray()).toString('utf8');
    return JSON.parse(text);
  };

  test('reads its configuration when its pod starts, and no earlier or later', async () => {
    const running = await start();
    const [pod] = agentsOf(running);
    if (!pod) throw new Error('no agent');
    running.api.patch('ConfigMap', 'cilium-config', 'kube-system', { data: { debug: 'true' } });
    running.api.create({
      apiVersion: 'cilium.io/v2',
      kind: 'CiliumNodeConfig',
      metadata: { name: 'one-node', namespace: 'kube-system' },
      spec: {
        nodeSelector: { matchLabels: { 'kubernetes.io/hostname': pod.spec?.nodeName ?? '' } },
        defaults: { 'enable-ipv6': 'true' },
      },
    });
    expect(await config(running, pod)).toEqual({ 'kube-proxy-replacement': 'true' });
    for (const agent of agentsOf(running)) running.api.remove('Pod', nameOf(agent), 'kube-system');
    clock.advance(30_000);
    const fresh = agentsOf(running);
    const chosen = fresh.find(({ spec }) => spec?.nodeName === pod.spec?.nodeName);
    const other = fresh.find(({ spec }) => spec?.nodeName !== pod.spec?.nodeName);
    if (!chosen || !other) throw new Error('agents did not come back');
    expect(await config(running, chosen)).toEqual({
      'kube-proxy-replacement': 'true',
      debug: 'true',
      'enable-ipv6': 'true',
    });
    expect(await config(running, other)).toEqual({ 'kube-proxy-replacement': 'true', debug: 'true' });
  });

  test('that dies of its configuration crash-loops with that line, and stops the roll', async () => {
    const running = await start();
    running.api.patch('ConfigMap', 'cilium-config', 'kube-system', { data: { 'bpf-lb-algorithm': 'foo' } });
    patchTemplate(running, 'DaemonSet', 'cilium', 'kube-system', 'now');
    clock.advance(120_000);
    const broken = agentsOf(running).filter((pod) => !isReady(pod));
    expect(broken).toHaveLength(1);
    const status = broken[0]?.status?.containerStatuses?.find(({ name }) => name === 'cilium-agent');
    expect(status?.restartCount).toBeGreaterThan(1);
    expect(status?.state?.waiting?.reason).toBe('CrashLoopBackOff');
    expect(status?.lastState?.terminated).toMatchObject({
      exitCode: 255,
      message: 'level=fatal msg="Invalid value for bpf-lb-algorithm: foo"',
    });
    expect(daemonSet(running)?.status).toMatchObject({ numberUnavailable: 1, updatedNumberScheduled: 1 });

    running.api.patch('ConfigMap', 'cilium-config', 'kube-system', { data: { 'bpf-lb-algorithm': null } });
    patchTemplate(running, 'DaemonSet', 'cilium', 'kube-system', 'again');
    clock.advance(120_000);
    expect(agentsOf(running).every(isReady)).toBe(true);
    expect(daemonSet(running)?.status).toMatchObject({ numberReady: 3, updatedNumberScheduled: 3 });
  });
});

describe('a Deployment', () => {
  test('rolls without ever having fewer ready pods than wanted, old ones leave through terminating', async () => {
    const running = await start();
    const before = new Set(podsOf(running, 'app', 'web').map(nameOf));
    patchTemplate(running, 'Deployment', 'web', 'demo', 'now');
    let fewest = 99;
    let most = 0;
    const terminating = new Set<string>();
    for (let step = 0; step < 400; step += 1) {
      clock.advance(250);
      const pods = podsOf(running, 'app', 'web');
      fewest = Math.min(fewest, pods.filter((pod) => isReady(pod) && !leaving(pod)).length);
      most = Math.max(most, pods.filter((pod) => !leaving(pod)).length);
      pods.filter(leaving).forEach((pod) => terminating.add(nameOf(pod)));
    }
    expect([fewest, most]).toEqual([4, 5]);
    expect(terminating).toEqual(before);
    expect(podsOf(running, 'app', 'web').filter((pod) => before.has(nameOf(pod)))).toEqual([]);
    const sets = running.api.list('ReplicaSet');
    expect(sets.map(({ spec }) => spec?.replicas).sort()).toEqual([0, 4]);
    expect(running.api.get('Deployment', 'web', 'demo')?.status).toMatchObject({
      updatedReplicas: 4,
      availableReplicas: 4,
    });
  });

  test('scales, replaces a deleted pod, and takes its pods with it', async () => {
    const running = await start();
    running.api.patch('Deployment', 'web', 'demo', { spec: { replicas: 6 } });
    clock.advance(10_000);
    const pods = podsOf(running, 'app', 'web');
    expect(pods.filter(isReady)).toHaveLength(6);
    expect(pods.map(({ spec }) => spec?.nodeName).sort()).toEqual([
      'node-0',
      'node-0',
      'node-1',
      'node-1',
      'node-2',
      'node-2',
    ]);
    running.api.remove('Pod', nameOf(pods[0] ?? { apiVersion: '', kind: '', metadata: {} }), 'demo');
    clock.advance(30_000);
    expect(podsOf(running, 'app', 'web').filter(isReady)).toHaveLength(6);
    running.api.remove('Deployment', 'web', 'demo');
    clock.advance(60_000);
    expect(podsOf(running, 'app', 'web')).toEqual([]);
    expect(running.api.list('ReplicaSet')).toEqual([]);
  });
});

describe('EndpointSlices', () => {
  test('one for each family, ports resolved by name, with node, zone and target', async () => {
    const running = await start();
    const slices = slicesOf(running, 'web');
    expect(slices.map(({ addressType }) => addressType).sort()).toEqual(['IPv4', 'IPv6']);
    const v4 = slices.find(({ addressType }) => addressType === 'IPv4');
    expect(v4?.ports).toEqual([{ name: 'http', port: 8080, protocol: 'TCP' }]);
    const endpoint = v4?.endpoints?.find(({ nodeName }) => nodeName === 'node-1');
    const pod = running.api.get('Pod', endpoint?.targetRef?.name ?? '', 'demo');
    expect(endpoint).toEqual({
      addresses: [pod?.status?.podIP],
      conditions: { ready: true, serving: true, terminating: false },
      nodeName: 'node-1',
      zone: 'zone-1',
      targetRef: { kind: 'Pod', namespace: 'demo', name: pod?.metadata.name, uid: pod?.metadata.uid },
    });
  });

  test('a pod that leaves is terminating and serving, then terminating only, then gone', async () => {
    const running = await start();
    const [pod] = podsOf(running, 'app', 'web');
    const conditions = () =>
      slicesOf(running, 'web')
        .find(({ addressType }) => addressType === 'IPv4')
        ?.endpoints?.find(({ targetRef }) => targetRef?.uid === pod?.metadata.uid)?.conditions;
    running.api.remove('Pod', pod ? nameOf(pod) : '', 'demo');
    clock.advance(1_000);
    expect(conditions()).toEqual({ ready: false, serving: true, terminating: true });
    clock.advance(5_200);
    expect(conditions()).toEqual({ ready: false, serving: false, terminating: true });
    clock.advance(1_000);
    expect(conditions()).toBeUndefined();
  });

  test('a pod that leaves stays ready where the Service publishes addresses that are not', async () => {
    const running = await start();
    running.api.patch('Service', 'web', 'demo', { spec: { publishNotReadyAddresses: true } });
    const [pod] = podsOf(running, 'app', 'web');
    const conditions = () =>
      slicesOf(running, 'web')
        .find(({ addressType }) => addressType === 'IPv4')
        ?.endpoints?.find(({ targetRef }) => targetRef?.uid === pod?.metadata.uid)?.conditions;
    running.api.remove('Pod', pod ? nameOf(pod) : '', 'demo');
    clock.advance(1_000);
    expect(conditions()).toEqual({ ready: true, serving: true, terminating: true });
    clock.advance(5_200);
    expect(conditions()).toEqual({ ready: true, serving: false, terminating: true });
  });

  test('hold at most 100 endpoints each, and moving one pod rewrites one slice', async () => {
    const running = await start({ nodes: 5 });
    running.api.patch('Deployment', 'web', 'demo', { spec: { replicas: 230 } });
    clock.advance(10_000);
    const v4 = () => slicesOf(running, 'web').filter(({ addressType }) => addressType === 'IPv4');
    expect(
      v4()
        .map(({ endpoints }) => endpoints?.length)
        .sort(),
    ).toEqual([100, 100, 30]);
    const before = new Map(v4().map((slice) => [nameOf(slice), slice.metadata.resourceVersion]));
    const [pod] = podsOf(running, 'app', 'web');
    running.api.patch('Pod', pod ? nameOf(pod) : '', 'demo', { metadata: { labels: { app: 'other' } } });
    clock.advance(100);
    const changed = v4().filter((slice) => before.get(nameOf(slice)) !== slice.metadata.resourceVersion);
    expect(changed).toHaveLength(1);
  });

  test('a Service without pods keeps one empty slice a family, one without selector none of ours', async () => {
    const running = await start();
    const service = (name: string, spec: object): KubeObject => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: 'demo' },
      spec: { ports: [{ port: 80 }], ...spec },
    });
    running.api.create(service('idle', { selector: { app: 'idle' } }));
    running.api.create(service('manual', {}));
    clock.advance(100);
    expect(slicesOf(running, 'idle').map(({ endpoints }) => endpoints)).toEqual([[]]);
    expect(slicesOf(running, 'manual')).toEqual([]);
    running.api.remove('Service', 'idle', 'demo');
    clock.advance(100);
    expect(slicesOf(running, 'idle')).toEqual([]);
  });
});

describe('Services', () => {
  test('get addresses and node ports that nobody else has, inside the range of default/kubernetes', async () => {
    const service = (name: string, spec: object): KubeObject => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: name === 'kubernetes' ? 'default' : 'demo' },
      spec: { ports: [{ port: 80 }], ...spec },
    });
    const running = await start({
      objects: [
        service('kubernetes', { clusterIP: '10.100.0.1' }),
        ...Array.from({ length: 400 }, (_, index) => service(`s-${index}`, { type: 'NodePort' })),
      ],
    });
    const specs = running.api.list('Service').map(({ spec }) => spec);
    const addresses = specs.map((spec) => spec?.clusterIP ?? '');
    expect(new Set(addresses).size).toBe(addresses.length);
    expect(addresses.every((address) => address.startsWith('10.100.'))).toBe(true);
    const nodePorts = specs.flatMap((spec) => spec?.ports?.flatMap(({ nodePort }) => nodePort ?? []) ?? []);
    expect(new Set(nodePorts).size).toBe(400);
    expect(nodePorts.every((port) => port >= 30_000 && port <= 32_767)).toBe(true);

    running.api.patch('Service', 's-1', 'demo', { spec: { type: 'ClusterIP' } });
    const changed = running.api.get('Service', 's-1', 'demo')?.spec;
    expect(changed?.ports?.[0]?.nodePort).toBeUndefined();
    expect(addresses).toContain(changed?.clusterIP);
  });
});
