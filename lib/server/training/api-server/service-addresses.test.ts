import { afterEach, describe, expect, test } from 'vitest';
import type { KubeObject } from '../agent-contract';
import { startControllers, stopControllers } from '../controllers/running-controllers.fixture';

afterEach(stopControllers);

describe('Services', () => {
  test('get addresses and node ports that nobody else has, inside the range of default/kubernetes', async () => {
    const service = (name: string, spec: object): KubeObject => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: name === 'kubernetes' ? 'default' : 'demo' },
      spec: { ports: [{ port: 80 }], ...spec },
    });
    const { running } = await startControllers({
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
