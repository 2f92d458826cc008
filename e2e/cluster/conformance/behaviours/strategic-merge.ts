import { beforeAll, describe, expect, test } from 'vitest';
import { serverFailure } from '../expected-status';
import type { Server } from '../server-under-test';
import { inNamespace } from '../in-namespace';

const template = {
  metadata: { labels: { app: 'sm' } },
  spec: {
    nodeSelector: { nowhere: 'yes' },
    containers: [
      {
        name: 'a',
        image: 'i:1',
        env: [
          { name: 'E1', value: '1' },
          { name: 'E2', value: '2' },
        ],
        ports: [{ containerPort: 80 }],
        volumeMounts: [{ name: 'v', mountPath: '/v' }],
      },
      { name: 'b', image: 'i:2' },
    ],
    volumes: [{ name: 'v', emptyDir: {} }],
    tolerations: [{ operator: 'Exists' }],
  },
};

type Named = { name?: string; containerPort?: number; image?: string; value?: string };
type PodSpec = {
  containers: (Named & { env?: Named[]; ports?: Named[] })[];
  volumes: Named[];
  tolerations: object[];
};

/** On a DaemonSet that fits no node: only the API server has to do with it. Every patch is tried, none is written. */
export function strategicMerge(server: Server): void {
  describe('strategic merge patch', () => {
    const sets = inNamespace(server, 'strategic')('daemonsets');
    const api = () => server().api('admin');

    beforeAll(async () => {
      const spec = { selector: { matchLabels: { app: 'sm' } }, template };
      await api().post(sets, { metadata: { name: 'sm', labels: { a: '1' } }, spec });
    });

    const patch = (spec: object) =>
      api().patch(`${sets}/sm?dryRun=All`, 'strategic', { spec: { template: { spec } } });
    const patched = async (spec: object): Promise<PodSpec> => {
      const { code, text, body } = await patch(spec);
      expect(code, text).toBe(200);
      // A DaemonSet that the server took has a pod template.
      return (body.spec as { template: { spec: PodSpec } }).template.spec;
    };
    const names = (items: readonly Named[] = []) => items.map(({ name }) => name);

    test('containers merge by name, their env by name and ports by number; new ones come first', async () => {
      const { containers } = await patched({
        containers: [
          {
            name: 'a',
            env: [
              { name: 'E2', value: 'two' },
              { name: 'E3', value: '3' },
            ],
            ports: [{ containerPort: 443 }],
          },
          { name: 'new', image: 'i:3' },
        ],
      });
      expect(names(containers)).toEqual(['a', 'new', 'b']);
      const [a] = containers;
      expect(a?.image).toBe('i:1');
      expect(a?.env).toEqual([
        { name: 'E1', value: '1' },
        { name: 'E2', value: 'two' },
        { name: 'E3', value: '3' },
      ]);
      expect(a?.ports?.map(({ containerPort }) => containerPort)).toEqual([443, 80]);
    });

    test('a container alone that is new stands before those there are; one that was there stays', async () => {
      const added = await patched({ containers: [{ name: 'new', image: 'i:3' }] });
      expect(names(added.containers)).toEqual(['new', 'a', 'b']);
      const changed = await patched({ containers: [{ name: 'b', image: 'i:9' }] });
      expect(names(changed.containers)).toEqual(['a', 'b']);
      expect(changed.containers[1]?.image).toBe('i:9');
    });

    test('$patch: delete takes an item away, replace the whole list', async () => {
      const { containers } = await patched({
        containers: [
          { name: 'a', env: [{ name: 'E1', $patch: 'delete' }] },
          { name: 'b', $patch: 'delete' },
        ],
      });
      expect(names(containers)).toEqual(['a']);
      expect(names(containers[0]?.env)).toEqual(['E2']);
      const replaced = await patched({ containers: [{ $patch: 'replace' }, { name: 'c', image: 'i:7' }] });
      expect(names(replaced.containers)).toEqual(['c']);
    });

    test('$setElementOrder orders, $retainKeys drops what it does not name', async () => {
      const { containers } = await patched({
        '$setElementOrder/containers': [{ name: 'b' }, { name: 'a' }],
        containers: [{ name: 'b', image: 'i:7' }],
      });
      expect(names(containers)).toEqual(['b', 'a']);
      const { volumes } = await patched({
        volumes: [{ name: 'v', $retainKeys: ['name', 'hostPath'], hostPath: { path: '/x' } }],
      });
      expect(volumes).toEqual([{ name: 'v', hostPath: expect.objectContaining({ path: '/x' }) as object }]);
    });

    test('tolerations have no merge key and are replaced', async () => {
      const { tolerations } = await patched({ tolerations: [{ key: 'k', operator: 'Exists' }] });
      expect(tolerations).toEqual([{ key: 'k', operator: 'Exists' }]);
    });

    test('lists of plain values merge, and lose by name', async () => {
      const named = (finalizers: object) =>
        api().patch(`${sets}/sm?dryRun=All`, 'strategic', { metadata: finalizers });
      const { body } = await named({ finalizers: ['example.com/a', 'example.com/b'] });
      expect(body.metadata).toMatchObject({ finalizers: ['example.com/a', 'example.com/b'] });
    });

    test('maps: $patch replace and delete; where there was none, nothing of a map with a directive', async () => {
      const metadata = async (patchOfMetadata: object) =>
        (await api().patch(`${sets}/sm?dryRun=All`, 'strategic', { metadata: patchOfMetadata })).body
          .metadata;
      expect((await metadata({ labels: { $patch: 'replace', z: '1' } }))?.labels).toEqual({ z: '1' });
      expect(await metadata({ labels: { $patch: 'delete' } })).not.toHaveProperty('labels');
      const { body } = await patch({ securityContext: { seLinuxOptions: { $patch: 'replace', user: 'u' } } });
      expect(JSON.stringify(body.spec)).not.toContain('seLinuxOptions');
    });

    test('what it cannot merge: 500, in its own words', async () => {
      expect((await patch({ containers: [{ image: 'i:9' }] })).body).toEqual(
        serverFailure('map: map[image:i:9] does not contain declared merge key: name'),
      );
      expect((await patch({ nodeSelector: { $patch: 'paint', z: '1' } })).body).toEqual(
        serverFailure('unknown patch type: paint in map: map[$patch:paint z:1]'),
      );
    });
  });
}
