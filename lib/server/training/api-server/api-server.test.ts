import {
  ApiException,
  AppsV1Api,
  AuthenticationV1Api,
  AuthorizationV1Api,
  CoreV1Api,
  CustomObjectsApi,
  DiscoveryV1Api,
  Exec,
  KubeConfig,
  Log,
  PatchStrategy,
  setHeaderOptions,
  VersionApi,
  Watch,
  type V1Status,
} from '@kubernetes/client-node';
import { PassThrough, Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { smallScenario } from '../small-scenario';
import { startScenario } from '../start-scenario';
import type { TrainingCluster } from '../training-cluster';

let cluster: TrainingCluster;

beforeAll(async () => {
  cluster = await startScenario(smallScenario, {
    host: '127.0.0.1',
    port: 0,
    tls: false,
    size: { nodes: 3, services: 25 },
    seed: 7,
  });
});

afterAll(() => cluster.stop());

function configFor(context?: string): KubeConfig {
  const config = new KubeConfig();
  config.loadFromString(cluster.kubeconfig);
  if (context) config.setCurrentContext(context);
  return config;
}

const core = (context?: string) => configFor(context).makeApiClient(CoreV1Api);

async function refusal(promise: Promise<unknown>): Promise<V1Status & { headers: Record<string, string> }> {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof ApiException)) throw new Error(`Expected the API to refuse, got ${String(error)}`);
  const body: unknown = error.body;
  // client-node drops the body of a 401.
  return {
    code: error.code,
    ...(typeof body === 'string' ? JSON.parse(body) : body),
    headers: error.headers,
  };
}

type Seen = {
  type: string;
  object: { metadata?: { name?: string; resourceVersion?: string }; code?: number };
};

/** A watch that collects what it sees until it is told to stop. */
async function watching(path: string, query: Record<string, string | boolean>, context?: string) {
  const seen: Seen[] = [];
  let ended: (() => void) | undefined;
  const done = new Promise<void>((resolve) => (ended = resolve));
  const controller = await new Watch(configFor(context)).watch(
    path,
    query,
    (type, object) => seen.push({ type, object }),
    () => ended?.(),
  );
  return { seen, done, stop: () => controller.abort() };
}

async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 5_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

async function agentPod(): Promise<string> {
  const { items } = await core().listNamespacedPod({
    namespace: 'kube-system',
    labelSelector: 'k8s-app=cilium',
  });
  return items[0]?.metadata?.name ?? '';
}

describe('lists', () => {
  test('a paged list gives every object once, as they stood at the first page', async () => {
    const names: string[] = [];
    let next: string | undefined;
    let pages = 0;
    do {
      const page = await core().listServiceForAllNamespaces({ limit: 10, _continue: next });
      names.push(...page.items.map(({ metadata }) => metadata?.name ?? ''));
      next = page.metadata?._continue;
      pages += 1;
      if (pages === 1) {
        await core().createNamespacedService({
          namespace: 'demo',
          body: { metadata: { name: 'late' }, spec: { ports: [{ port: 80 }] } },
        });
      }
    } while (next);
    expect(pages).toBe(3);
    expect(names).toHaveLength(26);
    expect(new Set(names).size).toBe(26);
    expect(names).not.toContain('late');
    await core().deleteNamespacedService({ namespace: 'demo', name: 'late' });
  });

  test('a continue token outlives the history no longer', async () => {
    const { metadata } = await core().listServiceForAllNamespaces({ limit: 10 });
    cluster.faults.compactHistory();
    const status = await refusal(
      core().listServiceForAllNamespaces({ limit: 10, _continue: metadata?._continue }),
    );
    expect(status).toMatchObject({ code: 410, reason: 'Expired' });
  });

  test('selectors narrow by label and field, and an unknown field is refused', async () => {
    const byNode = await core().listPodForAllNamespaces({
      fieldSelector: 'spec.nodeName=node-1',
      labelSelector: 'k8s-app in (cilium, other)',
    });
    expect(byNode.items).toHaveLength(1);
    expect(byNode.items[0]?.spec?.nodeName).toBe('node-1');
    const notAgents = await core().listPodForAllNamespaces({ labelSelector: '!k8s-app' });
    expect(notAgents.items.every(({ metadata }) => metadata?.namespace === 'demo')).toBe(true);
    const named = await core().listNamespacedConfigMap({
      namespace: 'kube-system',
      fieldSelector: 'metadata.name=cilium-config',
    });
    expect(named.items).toHaveLength(1);
    const status = await refusal(core().listPodForAllNamespaces({ fieldSelector: 'spec.color=red' }));
    expect(status.message).toBe('field label not supported: spec.color');
  });
});

describe('watches', () => {
  test('a watch resumes after a revision: nothing missed, nothing twice', async () => {
    const api = core();
    const list = await api.listNamespacedConfigMap({ namespace: 'demo' });
    await api.createNamespacedConfigMap({
      namespace: 'demo',
      body: { metadata: { name: 'w1' }, data: { a: '1' } },
    });
    const watch = await watching('/api/v1/namespaces/demo/configmaps', {
      resourceVersion: list.metadata?.resourceVersion ?? '',
    });
    await api.createNamespacedConfigMap({ namespace: 'demo', body: { metadata: { name: 'w2' } } });
    await api.deleteNamespacedConfigMap({ namespace: 'demo', name: 'w1' });
    await api.deleteNamespacedConfigMap({ namespace: 'demo', name: 'w2' });
    await until(() => watch.seen.length >= 4, 'four events');
    watch.stop();
    expect(watch.seen.map(({ type, object }) => `${type} ${object.metadata?.name}`)).toEqual([
      'ADDED w1',
      'ADDED w2',
      'DELETED w1',
      'DELETED w2',
    ]);
    const revisions = watch.seen.map(({ object }) => Number(object.metadata?.resourceVersion));
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
  });

  test('a watch with a selector sees an object leave its sight as DELETED', async () => {
    const api = core();
    const { metadata } = await api.listNamespacedConfigMap({ namespace: 'demo' });
    const watch = await watching('/api/v1/configmaps', {
      resourceVersion: metadata?.resourceVersion ?? '',
      labelSelector: 'team=a',
    });
    const body = { metadata: { name: 'moves', labels: { team: 'a' } } };
    await api.createNamespacedConfigMap({ namespace: 'demo', body });
    await api.patchNamespacedConfigMap(
      { namespace: 'demo', name: 'moves', body: { metadata: { labels: { team: 'b' } } } },
      setHeaderOptions('Content-Type', PatchStrategy.MergePatch),
    );
    await until(() => watch.seen.length >= 2, 'two events');
    watch.stop();
    expect(watch.seen.map(({ type }) => type)).toEqual(['ADDED', 'DELETED']);
    await api.deleteNamespacedConfigMap({ namespace: 'demo', name: 'moves' });
  });

  test('a revision from before the compaction gets one ERROR with 410, then the end', async () => {
    const { metadata } = await core().listNamespacedConfigMap({ namespace: 'demo' });
    cluster.faults.compactHistory();
    const watch = await watching('/api/v1/configmaps', { resourceVersion: metadata?.resourceVersion ?? '' });
    await watch.done;
    expect(watch.seen).toHaveLength(1);
    expect(watch.seen[0]).toMatchObject({
      type: 'ERROR',
      object: { code: 410, reason: 'Expired', kind: 'Status' },
    });
  });

  test('sendInitialEvents: all objects, then the bookmark that says so', async () => {
    const watch = await watching('/api/v1/nodes', {
      sendInitialEvents: true,
      resourceVersionMatch: 'NotOlderThan',
      allowWatchBookmarks: true,
      timeoutSeconds: '1',
    });
    await watch.done;
    expect(watch.seen.map(({ type }) => type)).toEqual(['ADDED', 'ADDED', 'ADDED', 'BOOKMARK']);
    expect(watch.seen[3]?.object).toMatchObject({
      metadata: { annotations: { 'k8s.io/initial-events-end': 'true' } },
    });
  });

  test('a dropped watch ends at once; a stalled one delivers late', async () => {
    const api = core();
    const { metadata } = await api.listNamespacedConfigMap({ namespace: 'demo' });
    const query = { resourceVersion: metadata?.resourceVersion ?? '' };
    const dropped = await watching('/api/v1/configmaps', query);
    expect(cluster.faults.dropWatches()).toBe(1);
    await dropped.done;
    const stalled = await watching('/api/v1/configmaps', query);
    cluster.faults.stallWatches(true);
    await api.createNamespacedConfigMap({ namespace: 'demo', body: { metadata: { name: 'held' } } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(stalled.seen).toEqual([]);
    cluster.faults.stallWatches(false);
    await until(() => stalled.seen.length === 1, 'the event that was held back');
    stalled.stop();
    await api.deleteNamespacedConfigMap({ namespace: 'demo', name: 'held' });
  });
});

describe('writes', () => {
  const target = { namespace: 'demo', name: 'settings' };

  test('the three patches, without a revision and with a stale one', async () => {
    const api = core();
    const created = await api.createNamespacedConfigMap({
      namespace: 'demo',
      body: { metadata: { name: 'settings' }, data: { a: '1', b: '2' } },
    });
    const stale = created.metadata?.resourceVersion;
    const json = setHeaderOptions('Content-Type', PatchStrategy.JsonPatch);
    const merge = setHeaderOptions('Content-Type', PatchStrategy.MergePatch);
    const strategic = setHeaderOptions('Content-Type', PatchStrategy.StrategicMergePatch);

    await api.patchNamespacedConfigMap(
      { ...target, body: [{ op: 'replace', path: '/data/a', value: '3' }] },
      json,
    );
    await api.patchNamespacedConfigMap({ ...target, body: { data: { b: null, c: '4' } } }, merge);
    const after = await api.patchNamespacedConfigMap({ ...target, body: { data: { d: '5' } } }, strategic);
    expect(after.data).toEqual({ a: '3', c: '4', d: '5' });

    for (const options of [merge, strategic]) {
      const body = { metadata: { resourceVersion: stale }, data: { a: 'lost' } };
      const status = await refusal(api.patchNamespacedConfigMap({ ...target, body }, options));
      expect(status).toMatchObject({
        code: 409,
        reason: 'Conflict',
        message:
          'Operation cannot be fulfilled on configmaps "settings": the object has been modified; please apply your changes to the latest version and try again',
      });
    }
    const tested = [
      { op: 'test', path: '/metadata/resourceVersion', value: stale },
      { op: 'replace', path: '/data/a', value: 'lost' },
    ];
    expect(await refusal(api.patchNamespacedConfigMap({ ...target, body: tested }, json))).toMatchObject({
      code: 422,
      reason: 'Invalid',
    });
    const current = { metadata: { resourceVersion: after.metadata?.resourceVersion }, data: { a: 'kept' } };
    const kept = await api.patchNamespacedConfigMap({ ...target, body: current }, merge);
    expect(kept.data?.a).toBe('kept');
  });

  test('a replace with a stale revision conflicts, an unchanged one keeps its revision', async () => {
    const api = core();
    const before = await api.readNamespacedConfigMap(target);
    const same = await api.replaceNamespacedConfigMap({ ...target, body: before });
    expect(same.metadata?.resourceVersion).toBe(before.metadata?.resourceVersion);
    await api.replaceNamespacedConfigMap({ ...target, body: { ...before, data: { x: '1' } } });
    expect(await refusal(api.replaceNamespacedConfigMap({ ...target, body: before }))).toMatchObject({
      code: 409,
    });
  });

  test('a dry run answers as the write would, and writes nothing', async () => {
    const api = core();
    const merge = setHeaderOptions('Content-Type', PatchStrategy.MergePatch);
    const before = await api.readNamespacedConfigMap(target);
    const body = { data: { dry: 'run' } };
    const answer = await api.patchNamespacedConfigMap({ ...target, body, dryRun: 'All' }, merge);
    expect(answer.data?.dry).toBe('run');
    expect(await api.readNamespacedConfigMap(target)).toEqual(before);
  });

  test('what does not fit is refused as Kubernetes refuses it', async () => {
    const api = core();
    const merge = setHeaderOptions('Content-Type', PatchStrategy.MergePatch);
    expect(
      await refusal(api.patchNamespacedConfigMap({ ...target, body: { data: { n: 1 } } }, merge)),
    ).toMatchObject({
      code: 422,
      reason: 'Invalid',
      details: { causes: [{ field: 'patch' }] },
    });
    expect(
      await refusal(
        api.createNamespacedConfigMap({ namespace: 'demo', body: { metadata: { name: 'A_b' } } }),
      ),
    ).toMatchObject({
      code: 422,
      reason: 'Invalid',
      details: { name: 'A_b', kind: 'ConfigMap', causes: [{ field: 'metadata.name' }] },
    });
    expect(
      await refusal(api.createNamespacedConfigMap({ namespace: 'none', body: { metadata: { name: 'a' } } })),
    ).toMatchObject({
      code: 404,
      message: 'namespaces "none" not found',
    });
    expect(await refusal(api.readNamespacedConfigMap({ namespace: 'demo', name: 'none' }))).toMatchObject({
      kind: 'Status',
      code: 404,
      reason: 'NotFound',
      message: 'configmaps "none" not found',
      details: { name: 'none', kind: 'configmaps' },
    });
    const preconditions = { resourceVersion: '1' };
    expect(
      await refusal(api.deleteNamespacedConfigMap({ ...target, body: { preconditions } })),
    ).toMatchObject({
      code: 409,
    });
  });

  test('spec and status are written apart, and a change of spec counts a generation', async () => {
    const apps = configFor().makeApiClient(AppsV1Api);
    const merge = setHeaderOptions('Content-Type', PatchStrategy.MergePatch);
    const where = { namespace: 'demo', name: 'web' };
    const before = await apps.readNamespacedDeployment(where);
    const body = { spec: { minReadySeconds: 1 }, status: { replicas: 99 } };
    const after = await apps.patchNamespacedDeployment({ ...where, body }, merge);
    expect(after.metadata?.generation).toBe((before.metadata?.generation ?? 0) + 1);
    expect(after.status?.replicas).not.toBe(99);
  });

  test('a custom resource has both patches but the strategic one, in each of its versions', async () => {
    const api = configFor().makeApiClient(CustomObjectsApi);
    const where = {
      group: 'cilium.io',
      version: 'v2',
      namespace: 'kube-system',
      plural: 'ciliumnodeconfigs',
    };
    const spec = { nodeSelector: { matchLabels: { pool: 'a' } }, defaults: { debug: 'true' } };
    await api.createNamespacedCustomObject({
      ...where,
      body: { apiVersion: 'cilium.io/v2', kind: 'CiliumNodeConfig', metadata: { name: 'pool-a' }, spec },
    });
    const older: { apiVersion?: string } = await api.getNamespacedCustomObject({
      ...where,
      version: 'v2alpha1',
      name: 'pool-a',
    });
    expect(older.apiVersion).toBe('cilium.io/v2alpha1');
    const strategic = setHeaderOptions('Content-Type', PatchStrategy.StrategicMergePatch);
    const patch = { ...where, name: 'pool-a', body: { spec: { defaults: { debug: null } } } };
    expect(await refusal(api.patchNamespacedCustomObject(patch, strategic))).toMatchObject({ code: 415 });
    const merge = setHeaderOptions('Content-Type', PatchStrategy.MergePatch);
    const patched: { spec?: { defaults?: object } } = await api.patchNamespacedCustomObject(patch, merge);
    expect(patched.spec?.defaults).toEqual({});
    await api.deleteNamespacedCustomObject({ ...where, name: 'pool-a' });
  });
});

describe('who may do what', () => {
  const list = { namespace: 'kube-system' };

  test('no token: nobody in particular; a wrong one, and one that was rotated away: 401', async () => {
    const anonymous = await fetch(`${cluster.url}/api/v1/pods`);
    expect(await anonymous.json()).toMatchObject({
      code: 403,
      message:
        'pods is forbidden: User "system:anonymous" cannot list resource "pods" in API group "" at the cluster scope',
    });
    const headers = { Authorization: 'Bearer wrong' };
    const answer = await fetch(`${cluster.url}/api/v1/pods`, { headers });
    expect(await answer.json()).toMatchObject({ kind: 'Status', reason: 'Unauthorized', code: 401 });
    const before = core();
    await before.listNamespacedPod(list);
    cluster.faults.rotateTokens();
    expect(await refusal(before.listNamespacedPod(list))).toMatchObject({ code: 401 });
    await core().listNamespacedPod(list);
  });

  test('a user without rights is refused in the words of RBAC', async () => {
    expect(await refusal(core('small-nobody').listPodForAllNamespaces())).toMatchObject({
      code: 403,
      reason: 'Forbidden',
      message:
        'pods is forbidden: User "training-nobody" cannot list resource "pods" in API group "" at the cluster scope',
      details: { kind: 'pods' },
    });
    const apps = configFor('small-viewer').makeApiClient(AppsV1Api);
    expect(
      await refusal(apps.deleteNamespacedDaemonSet({ namespace: 'kube-system', name: 'cilium' })),
    ).toMatchObject({
      message:
        'daemonsets.apps "cilium" is forbidden: User "training-viewer" cannot delete resource "daemonsets" in API group "apps" in the namespace "kube-system"',
    });
  });

  test('access reviews answer for the asker, TokenReview and SelfSubjectReview say who that is', async () => {
    const resourceAttributes = {
      verb: 'create',
      resource: 'pods',
      subresource: 'exec',
      namespace: 'kube-system',
    };
    const allowed = async (context?: string) => {
      const api = configFor(context).makeApiClient(AuthorizationV1Api);
      const answer = await api.createSelfSubjectAccessReview({ body: { spec: { resourceAttributes } } });
      return answer.status?.allowed;
    };
    expect(await allowed()).toBe(true);
    expect(await allowed('small-reader')).toBe(true);
    expect(await allowed('small-viewer')).toBe(false);
    const api = configFor().makeApiClient(AuthenticationV1Api);
    const token = configFor('small-viewer').getCurrentUser()?.token ?? '';
    const review = await api.createTokenReview({ body: { spec: { token } } });
    expect(review.status).toMatchObject({ authenticated: true, user: { username: 'training-viewer' } });
    const self = await api.createSelfSubjectReview({ body: {} });
    expect(self.status?.userInfo?.groups).toContain('system:masters');
  });

  test('impersonation: the admin may, the viewer may not', async () => {
    const ask = async (context: string, user: string) => {
      const token = configFor(context).getCurrentUser()?.token ?? '';
      const headers = {
        Authorization: `Bearer ${token}`,
        'Impersonate-User': user,
        'Impersonate-Group': 'some',
      };
      return (await fetch(`${cluster.url}/api/v1/nodes`, { headers })).json();
    };
    expect(await ask('small', 'training-viewer')).toMatchObject({ kind: 'NodeList' });
    expect(await ask('small', 'jane')).toMatchObject({
      code: 403,
      message:
        'nodes is forbidden: User "jane" cannot list resource "nodes" in API group "" at the cluster scope',
    });
    expect(await ask('small-viewer', 'training-admin')).toMatchObject({
      code: 403,
      message:
        'users "training-admin" is forbidden: User "training-viewer" cannot impersonate resource "users" in API group "" at the cluster scope',
    });
  });

  test('discovery and version', async () => {
    expect((await configFor().makeApiClient(VersionApi).getCode()).gitVersion).toBe('v1.33.1');
    const { resources } = await core().getAPIResources();
    expect(resources.map(({ name }) => name)).toContain('pods/exec');
    expect((await configFor().makeApiClient(DiscoveryV1Api).getAPIResources()).groupVersion).toBe(
      'discovery.k8s.io/v1',
    );
    expect((await fetch(`${cluster.url}/readyz`)).status).toBe(200);
  });
});

type ExecOutcome = { stdout: string; stderr: string; status?: V1Status; protocol: string; closeCode: number };

/** Runs a command as any client would; rejects if the upgrade is refused. */
async function exec(
  pod: string,
  command: string[],
  options: { context?: string; container?: string } = {},
): Promise<ExecOutcome> {
  const streams = { stdout: '', stderr: '' };
  const sink = (name: 'stdout' | 'stderr') =>
    new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        streams[name] += chunk.toString('utf8');
        done();
      },
    });
  let status: V1Status | undefined;
  const socket = await new Exec(configFor(options.context)).exec(
    'kube-system',
    pod,
    options.container ?? 'cilium-agent',
    command,
    sink('stdout'),
    sink('stderr'),
    null,
    false,
    (ended) => (status = ended),
  );
  const closeCode = await new Promise<number>((resolve) => {
    socket.onclose = ({ code }) => resolve(code);
  });
  return { ...streams, status, protocol: socket.protocol, closeCode };
}

describe('exec', () => {
  test('stdout, stderr and the status come on their own channels', async () => {
    const outcome = await exec(await agentPod(), ['cilium-dbg', 'service', 'list']);
    expect(outcome.stdout).toContain('filler-00001');
    expect(outcome.stderr).toBe('a notice\n');
    expect(outcome.status).toMatchObject({ status: 'Success' });
    expect(outcome.protocol).toBe('v5.channel.k8s.io');
  });

  test('an exit code is a cause of the status', async () => {
    const outcome = await exec(await agentPod(), ['cilium-dbg', 'nonsense']);
    expect(outcome.stderr).toContain('unknown command');
    expect(outcome.status).toMatchObject({
      status: 'Failure',
      reason: 'NonZeroExitCode',
      details: { causes: [{ reason: 'ExitCode', message: '1' }] },
    });
  });

  test('a command that the image lacks is an internal error, as containerd words it', async () => {
    const { status, stdout } = await exec(await agentPod(), ['cilium', 'status']);
    expect(stdout).toBe('');
    expect(status).toMatchObject({ status: 'Failure', reason: 'InternalError', code: 500 });
    expect(status?.message).toMatch(
      /OCI runtime exec failed: exec failed: unable to start container process: exec: "cilium": executable file not found in \$PATH: unknown$/,
    );
  });

  test('refusals come before the upgrade: forbidden, gone, no such container, none named', async () => {
    const pod = await agentPod();
    const ask = async (context: string, path: string) => {
      const token = configFor(context).getCurrentUser()?.token ?? '';
      const { request } = await import('node:http');
      return new Promise<{ code?: number; body: string }>((resolve, reject) => {
        const asked = request(
          `${cluster.url}/api/v1/namespaces/kube-system/pods/${path}&command=ls&stdout=true`,
          {
            headers: {
              Authorization: `Bearer ${token}`,
              Connection: 'Upgrade',
              Upgrade: 'websocket',
              'Sec-WebSocket-Version': '13',
              'Sec-WebSocket-Key': Buffer.alloc(16).toString('base64'),
              'Sec-WebSocket-Protocol': 'v4.channel.k8s.io',
            },
          },
        );
        asked.on('response', (response) => {
          let body = '';
          response.on('data', (chunk: Buffer) => (body += chunk.toString('utf8')));
          response.on('end', () => resolve({ code: response.statusCode, body }));
        });
        asked.on('upgrade', () => reject(new Error('The upgrade was accepted')));
        asked.on('error', reject);
        asked.end();
      });
    };
    const forbidden = await ask('small-viewer', `${pod}/exec?container=cilium-agent`);
    expect(forbidden.code).toBe(403);
    expect(JSON.parse(forbidden.body).message).toBe(
      `pods "${pod}" is forbidden: User "training-viewer" cannot get resource "pods/exec" in API group "" in the namespace "kube-system"`,
    );
    expect((await ask('small', 'cilium-gone0/exec?container=cilium-agent')).code).toBe(404);
    const wrong = await ask('small', `${pod}/exec?container=nope`);
    expect(JSON.parse(wrong.body)).toMatchObject({
      code: 400,
      message: `container nope is not valid for pod ${pod}`,
    });
    const unnamed = await ask('small', `${pod}/exec?tty=false`);
    expect(JSON.parse(unnamed.body).message).toContain('choose one of: [cilium-agent sidecar]');
  });

  test('faults on demand: each breaks the exec in its own way', async () => {
    const pod = await agentPod();
    const list = ['cilium-dbg', 'service', 'list'];
    const whole = (await exec(pod, list)).stdout;

    cluster.faults.agent(pod, { kind: 'half-table' });
    const half = await exec(pod, list);
    expect(whole.startsWith(half.stdout)).toBe(true);
    expect(half.stdout.length).toBeLessThan(whole.length);
    expect(half).toMatchObject({ status: undefined, closeCode: 1000 });

    cluster.faults.agent(pod, { kind: 'dies-in-the-middle' });
    expect(await exec(pod, list)).toMatchObject({ status: undefined, closeCode: 1006 });

    cluster.faults.agent(pod, { kind: 'no-such-binary' });
    expect((await exec(pod, list)).status?.reason).toBe('InternalError');

    cluster.faults.agent(pod, { kind: 'fails', stderr: 'Error: no socket\n' });
    const failed = await exec(pod, list);
    expect(failed).toMatchObject({ stderr: 'Error: no socket\n', status: { reason: 'NonZeroExitCode' } });

    cluster.faults.agent(pod, { kind: 'slow', delayMs: 100 });
    const before = Date.now();
    expect((await exec(pod, list)).stdout).toBe(whole);
    expect(Date.now() - before).toBeGreaterThanOrEqual(99);

    cluster.faults.agent(pod, { kind: 'silent' });
    const silent = exec(pod, list);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(cluster.faults.dropWebSockets()).toBe(1);
    expect(await silent).toMatchObject({ stdout: '', status: undefined, closeCode: 1006 });
    cluster.faults.agent(pod, null);
  });
});

describe('false answers', () => {
  test.each([401, 403, 429, 500] as const)('%i for a path, as often as wanted', async (code) => {
    cluster.faults.api({
      code,
      path: '/api/v1/nodes',
      times: 1,
      retryAfterSeconds: code === 429 ? 7 : undefined,
    });
    const status = await refusal(core().listNode());
    expect(status.code).toBe(code);
    if (code === 429) expect(status.headers['retry-after']).toBe('7');
    expect((await core().listNode()).items).toHaveLength(3);
  });
});

describe('logs', () => {
  test('of one container, with tailLines; of one that does not run, the reason', async () => {
    const pod = await agentPod();
    const log = await core().readNamespacedPodLog({
      namespace: 'kube-system',
      name: pod,
      container: 'cilium-agent',
    });
    expect(log).toMatch(/^level=info msg="starting on node-\d"\n$/);
    const stream = new PassThrough();
    await new Log(configFor()).log('kube-system', pod, 'cilium-agent', stream, { tailLines: 1 });
    const chunks = await stream.toArray();
    expect(Buffer.concat(chunks).toString('utf8')).toBe(log);
    const where = { namespace: 'kube-system', name: pod, container: 'cilium-agent' };
    expect(await refusal(core().readNamespacedPodLog({ ...where, previous: true }))).toMatchObject({
      code: 400,
      message: `previous terminated container "cilium-agent" in pod "${pod}" not found`,
    });
  });
});
