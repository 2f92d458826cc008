import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseServiceList } from '@/lib/cilium/parse-service-list';
import { kubectlFor, type Kubectl } from './kubectl/run-kubectl';
import { programPath } from './programs/program-path';
import { startCluster, type Cluster } from './start-cluster';

let cluster: Cluster;
let kubectl: Kubectl;
beforeAll(async () => {
  cluster = await startCluster({ nodes: 2 });
  kubectl = cluster.kubectl;
});
afterAll(() => cluster?.stop());

const slowMs = 30_000;

const as = (kubeconfig: string): Kubectl => kubectlFor('1.37', kubeconfig, cluster.group.folder);

async function agentPods(): Promise<string[]> {
  const names = await kubectl.print('-n kube-system get pods -l k8s-app=cilium -o name');
  return names.trim().split('\n').sort();
}

const exec = (pod: string, command: string) =>
  kubectl.run(`-n kube-system exec ${pod} -c cilium-agent -- ${command}`);

const create = (object: object) => kubectl.print('create -f -', { stdin: JSON.stringify(object) });

test('a user may do what RBAC says, and nothing else', async () => {
  const visitor = as(cluster.kubeconfigFor('visitor', ['visitors']));
  const refused = await visitor.run('get pods');
  expect(refused.exitCode).toBe(1);
  expect(refused.stderr).toContain('pods is forbidden: User "visitor" cannot list resource "pods"');
  await kubectl.print('create clusterrolebinding visitors --clusterrole=view --group=visitors');
  await expect.poll(async () => (await visitor.run('get pods')).exitCode).toBe(0);
  expect((await visitor.run('delete pod nobody')).stderr).toContain('cannot delete resource "pods"');
});

test('a ServiceAccount is known by its token', async () => {
  const account = as(await cluster.kubeconfigForServiceAccount({ namespace: 'kube-system', name: 'cilium' }));
  expect((await account.print('get nodes -o name')).trim().split('\n')).toHaveLength(2);
  const { stderr } = await account.run('get secrets');
  expect(stderr).toContain('User "system:serviceaccount:kube-system:cilium" cannot list resource "secrets"');
});

test('an admission policy is asked', async () => {
  const policy = {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicy',
    metadata: { name: 'no-secrets-in-config' },
    spec: {
      matchConstraints: {
        resourceRules: [
          { apiGroups: [''], apiVersions: ['v1'], resources: ['configmaps'], operations: ['CREATE'] },
        ],
      },
      validations: [
        { expression: "!('password' in object.data)", message: 'a password is not configuration' },
      ],
    },
  };
  const binding = {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicyBinding',
    metadata: { name: 'no-secrets-in-config' },
    spec: { policyName: 'no-secrets-in-config', validationActions: ['Deny'] },
  };
  for (const object of [policy, binding]) await create(object);
  const leak = () => kubectl.run('create configmap leaky --from-literal=password=x --dry-run=server');
  await expect
    .poll(async () => (await leak()).stderr, { timeout: slowMs })
    .toContain('a password is not configuration');
});

test('the audit log has a request as soon as it is answered', async () => {
  await as(cluster.kubeconfigFor('auditor')).run('get nodes');
  const events = readFileSync(cluster.auditLogPath, 'utf8')
    .trim()
    .split('\n')
    .map(
      (line) =>
        JSON.parse(line) as {
          user: { username: string };
          verb: string;
          objectRef?: { resource: string };
          responseStatus: { code: number };
        },
    );
  const event = events.find(({ user, objectRef }) => user.username === 'auditor' && objectRef);
  expect(event).toMatchObject({
    verb: 'list',
    objectRef: { resource: 'nodes' },
    responseStatus: { code: 403 },
  });
});

test("an exec into an agent runs Cilium's own command against that agent", async () => {
  const [pod = ''] = await agentPods();
  const help = await exec(pod, 'cilium service --help');
  const file = programPath('cilium-1.20/cilium-dbg');
  expect(help.stdout).toBe(execFileSync(file, ['service', '--help'], { encoding: 'utf8' }));

  const list = await exec(pod, 'cilium service list');
  expect(list).toMatchObject({ exitCode: 0, stderr: '' });
  const { frontends, unparsed } = parseServiceList(list.stdout);
  expect(unparsed).toEqual([]);
  const dns = await kubectl.print('-n kube-system get service kube-dns -o jsonpath={.spec.clusterIP}');
  expect(frontends.map(({ ip }) => ip)).toContain(dns);

  const status = await exec(pod, 'cilium-dbg status --verbose');
  expect(status).toMatchObject({ exitCode: 0, stderr: '' });
  expect(status.stdout).toContain('KubeProxyReplacement Details:');
});

test('what a command says on stderr and its exit code come through; what is not in the image is not found', async () => {
  const [pod = ''] = await agentPods();
  const unknown = await exec(pod, 'cilium nonsense');
  expect(unknown.stderr).toContain('unknown command "nonsense" for "cilium-dbg"');
  expect(unknown.stderr).toContain('command terminated with exit code 1');
  expect(unknown.exitCode).toBe(1);
  const missing = await exec(pod, 'nonsense');
  expect(missing.stderr).toContain('executable file not found in $PATH');
});

test('the rows of a new Service follow its pods', async () => {
  const [pod = ''] = await agentPods();
  await kubectl.print('create deployment echo --image=registry.example/echo:1 --replicas=2');
  await kubectl.print('expose deployment echo --port=7000');
  const address = await kubectl.print('get service echo -o jsonpath={.spec.clusterIP}');
  const backends = async () => {
    const { frontends } = parseServiceList((await exec(pod, 'cilium service list')).stdout);
    return frontends.find((frontend) => frontend.ip === address)?.backends.length;
  };
  await expect.poll(backends, { timeout: slowMs }).toBe(2);
  await kubectl.print('scale deployment echo --replicas=1');
  await expect.poll(backends, { timeout: slowMs }).toBe(1);
});

test('a restart of the DaemonSet replaces the agents one after the other, and their logs begin anew', async () => {
  const before = await agentPods();
  await kubectl.print('-n kube-system rollout restart daemonset/cilium');
  await kubectl.print('-n kube-system rollout status daemonset/cilium --timeout=60s');
  const after = await agentPods();
  expect(after).toHaveLength(2);
  expect(after.filter((pod) => before.includes(pod))).toEqual([]);
  const log = await kubectl.print(`-n kube-system logs ${after[0] ?? ''} -c cilium-agent`);
  expect(log).toMatch(/^time=\S+ level=info msg=/);
  expect(log).toContain('Daemon initialization completed');
});

test('an agent that cannot run with its configuration dies in a loop and says why', async () => {
  const [pod = ''] = await agentPods();
  const node = await kubectl.print(`-n kube-system get ${pod} -o jsonpath={.spec.nodeName}`);
  const override = {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNodeConfig',
    metadata: { name: 'broken', namespace: 'kube-system' },
    spec: {
      nodeSelector: { matchLabels: { 'kubernetes.io/hostname': node } },
      defaults: { 'bpf-lb-algorithm': 'round-robin' },
    },
  };
  await create(override);
  await kubectl.print(`-n kube-system delete ${pod}`);
  const onNode = `--field-selector=spec.nodeName=${node}`;
  const select = `-n kube-system get pods -l k8s-app=cilium ${onNode} -o`;
  const waiting = 'jsonpath={.items[*].status.containerStatuses[*].state.waiting.reason}';
  await expect
    .poll(() => kubectl.print(`${select} ${waiting}`), { timeout: slowMs })
    .toBe('CrashLoopBackOff');
  const name = (await kubectl.print(`${select} name`)).trim();
  expect(await kubectl.print(`-n kube-system logs ${name} -c cilium-agent`)).toMatch(
    /level=fatal .*round-robin/,
  );
  expect((await exec(name, 'cilium status')).exitCode).toBe(1);
  await kubectl.print('-n kube-system delete ciliumnodeconfig broken');
  await kubectl.print(`-n kube-system delete ${name}`);
  await kubectl.print('-n kube-system rollout status daemonset/cilium --timeout=60s');
});
