import { afterEach, describe, expect, test } from 'vitest';
import type { KubeObject } from '../agent-contract';
import type { TrainingCluster } from '../training-cluster';
import type { Pod } from './running-controllers.fixture';
import { nameOf, podsOf, slicesOf, startControllers, stopControllers } from './running-controllers.fixture';

afterEach(stopControllers);

/** What the slice of IPv4 of the Service web says of a pod. */
const conditionsOf = (running: TrainingCluster, pod: Pod | undefined) =>
  slicesOf(running, 'web')
    .find(({ addressType }) => addressType === 'IPv4')
    ?.endpoints?.find(({ targetRef }) => targetRef?.uid === pod?.metadata.uid)?.conditions;

describe('EndpointSlices', () => {
  test('one for each family, ports resolved by name, with node, zone and target', async () => {
    const { running } = await startControllers();
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
    const { running, clock } = await startControllers();
    const [pod] = podsOf(running, 'app', 'web');
    const conditions = () => conditionsOf(running, pod);
    running.api.remove('Pod', pod ? nameOf(pod) : '', 'demo');
    clock.advance(1_000);
    expect(conditions()).toEqual({ ready: false, serving: true, terminating: true });
    clock.advance(5_200);
    expect(conditions()).toEqual({ ready: false, serving: false, terminating: true });
    clock.advance(1_000);
    expect(conditions()).toBeUndefined();
  });

  test('a pod that leaves stays ready where the Service publishes addresses that are not', async () => {
    const { running, clock } = await startControllers();
    running.api.patch('Service', 'web', 'demo', { spec: { publishNotReadyAddresses: true } });
    const [pod] = podsOf(running, 'app', 'web');
    const conditions = () => conditionsOf(running, pod);
    running.api.remove('Pod', pod ? nameOf(pod) : '', 'demo');
    clock.advance(1_000);
    expect(conditions()).toEqual({ ready: true, serving: true, terminating: true });
    clock.advance(5_200);
    expect(conditions()).toEqual({ ready: true, serving: false, terminating: true });
  });

  test('hold at most 100 endpoints each, and moving one pod rewrites one slice', async () => {
    const { running, clock } = await startControllers({ nodes: 5 });
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
    const { running, clock } = await startControllers();
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
