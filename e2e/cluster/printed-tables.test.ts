import { KubeConfig, type V1APIResourceList } from '@kubernetes/client-node';
import { request } from 'node:https';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTrainingCluster, type TrainingCluster } from '@/lib/server/training/training-cluster';
import { createAuthority } from './control-plane/authority';
import { createProgramGroup, type ProgramGroup } from './control-plane/program-group';
import { startApiServer } from './control-plane/start-api-server';
import { startEtcd } from './control-plane/start-etcd';
import { userKubeconfig } from './control-plane/user-kubeconfig';

type Item = {
  metadata: Record<string, unknown> & { name: string; namespace?: string };
  spec?: Record<string, unknown>;
  status?: unknown;
};
type Table = {
  columnDefinitions: { name: string; priority: number }[];
  rows: { cells: unknown[]; object: Item }[];
};

let training: TrainingCluster;
let group: ProgramGroup;
let real: KubeConfig;

function configOf(kubeconfig: string): KubeConfig {
  const config = new KubeConfig();
  config.loadFromString(kubeconfig);
  return config;
}

/** The API server alone, without controllers: what is stored in it stays as it is. */
beforeAll(async () => {
  training = await startTrainingCluster({ scenario: 'article' });
  group = createProgramGroup((error) => process.stderr.write(`${error.message}\n`));
  const authority = createAuthority();
  const etcdUrl = await startEtcd(group);
  const { url } = await startApiServer({ group, kubernetes: '1.37', authority, etcdUrl });
  real = configOf(
    userKubeconfig({
      url,
      authority: authority.own.cert,
      userName: 'admin',
      credential: authority.client({ commonName: 'admin', organizations: ['system:masters'] }),
    }),
  );
});
afterAll(async () => {
  await group.stop();
  await training.stop();
});

const asTable = 'application/json;as=Table;v=v1;g=meta.k8s.io';

async function ask<T>(
  config: KubeConfig,
  path: string,
  options: { method?: string; body?: unknown; accept?: string } = {},
): Promise<{ code: number; body: T }> {
  const { method = 'GET', body, accept = 'application/json' } = options;
  const url = new URL(path, config.getCurrentCluster()?.server);
  const headers = { Accept: accept, 'Content-Type': 'application/json' };
  const settings = { method, headers };
  await config.applyToHTTPSOptions(settings);
  return new Promise((resolve, reject) => {
    const sent = request(url, settings, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      // The caller names the shape that the path gives.
      response.on('end', () => resolve({ code: response.statusCode ?? 0, body: JSON.parse(text) as T }));
    });
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : JSON.stringify(body));
  });
}

const listed = (config: KubeConfig, path: string) =>
  ask<Table>(config, path, { accept: asTable }).then(({ body }) => body);

/** What the real server says itself: when an object came to be, and the address of a Service out of its own range. */
const ownColumns = ['Age', 'Created At', 'Cluster-IP'];

/** Rows by namespace and name, without the columns that must differ. */
function rowsOf({ columnDefinitions, rows }: Table): Map<string, unknown[]> {
  const kept = columnDefinitions.map(({ name }) => !ownColumns.includes(name));
  return new Map(
    rows.map(({ cells, object: { metadata } }) => [
      `${metadata.namespace ?? ''}/${metadata.name}`,
      cells.filter((_, index) => kept[index]),
    ]),
  );
}

async function copy(path: string, item: Item, groupVersion: string, kind: string): Promise<void> {
  const {
    resourceVersion: _rv,
    uid: _uid,
    creationTimestamp: _at,
    ownerReferences: _owners,
    ...metadata
  } = item.metadata;
  const namespaced = metadata.namespace === undefined ? '' : `/namespaces/${metadata.namespace}`;
  const base = path.replace(/\/([^/]+)$/, `${namespaced}/$1`);
  const { clusterIP: _ip, clusterIPs: _ips, ...spec } = item.spec ?? {};
  const object = { ...item, apiVersion: groupVersion, kind, metadata, ...(item.spec && { spec }) };
  const made = await ask<{ message?: string }>(real, base, { method: 'POST', body: object });
  expect([201, 409], `${kind} ${metadata.name}: ${made.body.message}`).toContain(made.code);
  if (item.status === undefined) return;
  await ask(real, `${base}/${metadata.name}/status`, { method: 'PUT', body: object });
}

/** Without controllers nobody makes the ServiceAccounts that pods need. */
async function copyServiceAccount({ metadata: { namespace }, spec }: Item): Promise<void> {
  const name = typeof spec?.serviceAccountName === 'string' ? spec.serviceAccountName : 'default';
  await copy('/api/v1/serviceaccounts', { metadata: { name, namespace } }, 'v1', 'ServiceAccount');
}

test.each([
  ['v1', 'namespaces'],
  ['v1', 'nodes'],
  ['v1', 'configmaps'],
  ['v1', 'services'],
  ['v1', 'pods'],
  ['apps/v1', 'daemonsets'],
  ['apps/v1', 'deployments'],
  ['apps/v1', 'replicasets'],
  ['discovery.k8s.io/v1', 'endpointslices'],
])('%s %s are printed as the real API server prints them', async (groupVersion, plural) => {
  const folder = `/${groupVersion === 'v1' ? 'api' : 'apis'}/${groupVersion}`;
  const { body: resources } = await ask<V1APIResourceList>(configOf(training.kubeconfig), folder);
  const kind = resources.resources.find(({ name }) => name === plural)?.kind ?? '';
  const path = `${folder}/${plural}`;
  const { body: list } = await ask<{ items: Item[] }>(configOf(training.kubeconfig), path);
  // The real server makes this one, with its own address.
  const copied = list.items.filter(({ metadata }) => metadata.name !== 'kubernetes');
  for (const item of copied) {
    if (plural === 'pods') await copyServiceAccount(item);
    await copy(path, item, groupVersion, kind);
  }
  const ours = await listed(configOf(training.kubeconfig), path);
  const theirs = await listed(real, path);
  const columns = ({ columnDefinitions }: Table) =>
    columnDefinitions.map(({ name, priority }) => [name, priority]);
  expect(columns(ours)).toEqual(columns(theirs));
  expect(copied.length).toBeGreaterThan(0);
  const [made, printed] = [rowsOf(ours), rowsOf(theirs)];
  for (const { metadata } of copied) {
    const name = `${metadata.namespace ?? ''}/${metadata.name}`;
    expect([name, made.get(name)]).toEqual([name, printed.get(name)]);
  }
});

test.each([
  ['v1', 'events', 'namespaces/default/'],
  ['v1', 'secrets', 'namespaces/default/'],
  ['v1', 'serviceaccounts', 'namespaces/default/'],
  ['apps/v1', 'statefulsets', 'namespaces/default/'],
  ['apps/v1', 'controllerrevisions', 'namespaces/default/'],
  ['coordination.k8s.io/v1', 'leases', 'namespaces/default/'],
  ['networking.k8s.io/v1', 'networkpolicies', 'namespaces/default/'],
  ['networking.k8s.io/v1', 'ingresses', 'namespaces/default/'],
  ['policy/v1', 'poddisruptionbudgets', 'namespaces/default/'],
  ['rbac.authorization.k8s.io/v1', 'roles', 'namespaces/default/'],
  ['rbac.authorization.k8s.io/v1', 'rolebindings', 'namespaces/default/'],
  ['rbac.authorization.k8s.io/v1', 'clusterroles', ''],
  ['rbac.authorization.k8s.io/v1', 'clusterrolebindings', ''],
])('%s %s have the columns that the real API server gives them', async (groupVersion, plural, within) => {
  const path = `/${groupVersion === 'v1' ? 'api' : 'apis'}/${groupVersion}/${within}${plural}`;
  const columns = async (config: KubeConfig) =>
    (await listed(config, path)).columnDefinitions.map(({ name, priority }) => [name, priority]);
  expect(await columns(configOf(training.kubeconfig))).toEqual(await columns(real));
});
