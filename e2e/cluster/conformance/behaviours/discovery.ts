import { describe, expect, test } from 'vitest';
import type { Server } from '../server-under-test';

const allVerbs = ['create', 'delete', 'deletecollection', 'get', 'list', 'patch', 'update', 'watch'];
const objectVerbs = ['get', 'patch', 'update'];

/** What is said of the kinds that the product and kubectl work with. */
const rows: Record<string, Record<string, unknown>[]> = {
  '/api/v1': [
    {
      name: 'pods',
      singularName: 'pod',
      namespaced: true,
      kind: 'Pod',
      verbs: allVerbs,
      shortNames: ['po'],
      categories: ['all'],
    },
    {
      name: 'pods/exec',
      singularName: '',
      namespaced: true,
      kind: 'PodExecOptions',
      verbs: ['create', 'get'],
    },
    { name: 'pods/log', singularName: '', namespaced: true, kind: 'Pod', verbs: ['get'] },
    {
      name: 'pods/eviction',
      singularName: '',
      namespaced: true,
      group: 'policy',
      version: 'v1',
      kind: 'Eviction',
      verbs: ['create'],
    },
    { name: 'pods/status', singularName: '', namespaced: true, kind: 'Pod', verbs: objectVerbs },
    {
      name: 'nodes',
      singularName: 'node',
      namespaced: false,
      kind: 'Node',
      verbs: allVerbs,
      shortNames: ['no'],
    },
    {
      name: 'configmaps',
      singularName: 'configmap',
      namespaced: true,
      kind: 'ConfigMap',
      verbs: allVerbs,
      shortNames: ['cm'],
    },
    {
      name: 'services',
      singularName: 'service',
      namespaced: true,
      kind: 'Service',
      verbs: allVerbs,
      shortNames: ['svc'],
      categories: ['all'],
    },
  ],
  '/apis/apps/v1': [
    {
      name: 'daemonsets',
      singularName: 'daemonset',
      namespaced: true,
      kind: 'DaemonSet',
      verbs: allVerbs,
      shortNames: ['ds'],
      categories: ['all'],
    },
    {
      name: 'deployments/scale',
      singularName: '',
      namespaced: true,
      group: 'autoscaling',
      version: 'v1',
      kind: 'Scale',
      verbs: objectVerbs,
    },
    {
      name: 'controllerrevisions',
      singularName: 'controllerrevision',
      namespaced: true,
      kind: 'ControllerRevision',
      verbs: allVerbs,
    },
  ],
  '/apis/discovery.k8s.io/v1': [
    {
      name: 'endpointslices',
      singularName: 'endpointslice',
      namespaced: true,
      kind: 'EndpointSlice',
      verbs: allVerbs,
    },
  ],
  '/apis/coordination.k8s.io/v1': [
    { name: 'leases', singularName: 'lease', namespaced: true, kind: 'Lease', verbs: allVerbs },
  ],
};

export function discovery(server: Server): void {
  describe('discovery', () => {
    const get = async (path: string, headers?: Record<string, string>) =>
      server().api('nobody').get(path, { headers });

    test('the version', async () => {
      const { body } = await get('/version');
      expect(body).toMatchObject({
        major: '1',
        minor: String(server().minor),
        gitVersion: expect.stringMatching(new RegExp(`^v1\\.${server().minor}\\.\\d+$`)) as string,
        platform: 'linux/amd64',
      });
    });

    test('the core and the groups', async () => {
      expect((await get('/api')).body).toMatchObject({ kind: 'APIVersions', versions: ['v1'] });
      const { body } = await get('/apis');
      expect(body).toMatchObject({ kind: 'APIGroupList', apiVersion: 'v1' });
      // The list of groups is what is asked for here.
      const groups = body.groups as { name: string; preferredVersion: object }[];
      for (const [name, version] of [
        ['apps', 'v1'],
        ['coordination.k8s.io', 'v1'],
        ['discovery.k8s.io', 'v1'],
        ['authorization.k8s.io', 'v1'],
        ['cilium.io', 'v2'],
      ] as const) {
        const preferredVersion = { groupVersion: `${name}/${version}`, version };
        expect(groups.find((group) => group.name === name)).toMatchObject({ preferredVersion });
        expect((await get(`/apis/${name}`)).body).toMatchObject({ kind: 'APIGroup', name, preferredVersion });
      }
    });

    test.each(Object.entries(rows))('the resources of %s', async (path, expected) => {
      const { body } = await get(path);
      expect(body.kind).toBe('APIResourceList');
      // The list of resources is what is asked for here.
      const resources = body.resources as { name: string }[];
      for (const row of expected) {
        const { storageVersionHash: _hash, ...found } = {
          storageVersionHash: '',
          ...resources.find(({ name }) => name === row.name),
        };
        expect(found).toEqual(row);
      }
    });

    test('a custom resource is one among others', async () => {
      const { body } = await get('/apis/cilium.io/v2');
      expect(body.resources).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            name: 'ciliumnodeconfigs',
            singularName: 'ciliumnodeconfig',
            namespaced: true,
            kind: 'CiliumNodeConfig',
          }),
        ]),
      );
    });

    test('OpenAPI v3: an index, and a document of a group with the schema of its kinds', async () => {
      const { body } = await get('/openapi/v3');
      // The index is what is asked for here.
      const paths = body.paths as Record<string, { serverRelativeURL: string }>;
      const url = paths['apis/apps/v1']?.serverRelativeURL ?? '';
      expect(url).toMatch(/^\/openapi\/v3\/apis\/apps\/v1\?hash=/);
      const document = (await get(url)).body;
      expect(document.components).toMatchObject({
        schemas: { 'io.k8s.api.apps.v1.DaemonSet': { properties: { spec: {} } } },
      });
    });

    test('a list as a Table, for who asks for one', async () => {
      const accept = 'application/json;as=Table;v=v1;g=meta.k8s.io,application/json';
      const path = '/apis/apps/v1/namespaces/kube-system/daemonsets';
      const { body } = await server()
        .api('viewer')
        .get(path, { headers: { Accept: accept } });
      expect(body).toMatchObject({ kind: 'Table', apiVersion: 'meta.k8s.io/v1' });
      // Columns and rows are what a Table has.
      const columns = body.columnDefinitions as { name: string }[];
      expect(columns.map(({ name }) => name)).toEqual([
        'Name',
        'Desired',
        'Current',
        'Ready',
        'Up-to-date',
        'Available',
        'Node Selector',
        'Age',
        'Containers',
        'Images',
        'Selector',
      ]);
      expect(body.rows).toEqual([expect.objectContaining({ object: expect.anything() as object })]);
    });

    test('an answer is JSON also for who takes anything', async () => {
      for (const Accept of ['*/*', 'application/*', 'text/html, */*;q=0.1']) {
        const { headers } = await get('/version', { Accept });
        expect(headers['content-type']).toBe('application/json');
      }
    });
  });
}
