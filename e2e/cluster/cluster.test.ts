import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseServiceList } from '@/lib/cilium/parse-service-list';
import type { Kubectl } from './kubectl';
import { kubectlWith } from './kubectl';
import { programPath } from './programs/program-path';
import { startCluster, type Cluster } from './start-cluster';

let cluster: Cluster;
let kubectl: Kubectl;
beforeAll(async () => {
  cluster = await startCluster({ nodes: 2 });
  kubectl = cluster.kubectl;
});
afterAll(() => cluster?.stop());

const inAgents = ['-n', 'kube-system'];
const slowMs = 30_000;

/** What kubectl prints on success; fails with what it says otherwise. */
async function said(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await kubectl(args);
  expect(code, stderr).toBe(0);
  return stdout;
}

function as(kubeconfig: string): Kubectl {
  const file = path.join(cluster.group.folder, 'other.kubeconfig');
  writeFileSync(file, kubeconfig);
  return kubectlWith(programPath('kubernetes-1.37/kubectl'), file);
}

async function agentPods(): Promise<string[]> {
  const names = await said(...inAgents, 'get', 'pods', '-l', 'k8s-app=cilium', '-o', 'name');
  return names.trim().split('\n').sort();
}

const exec = (pod: string, ...argv: string[]) =>
  kubectl([...inAgents, 'exec', pod, '-c', 'cilium-agent', '--', ...argv]);

test('a user may do what RBAC says, and nothing else', async () => {
  const visitor = as(cluster.kubeconfigFor('visitor', ['visitors']));
  const refused = await visitor(['get', 'pods']);
  expect(refused.code).toBe(1);
  expect(refused.stderr).toContain('pods is forbidden: User "visitor" cannot list resource "pods"');
  await said('create', 'clusterrolebinding', 'visitors', '--clusterrole=view', '--group=visitors');
  await expect.poll(async () => (await visitor(['get', 'pods'])).code).toBe(0);
  expect((await visitor(['delete', 'pod', 'nobody'])).stderr).toContain('cannot delete resource "pods"');
});

test('a ServiceAccount is known by its token', async () => {
  const account = as(await cluster.kubeconfigForServiceAccount({ namespace: 'kube-system', name: 'cilium' }));
  expect((await account(['get', 'nodes', '-o', 'name'])).stdout.trim().split('\n')).toHaveLength(2);
  const { stderr } = await account(['get', 'secrets']);
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
  for (const object of [policy, binding]) {
    expect((await kubectl(['create', '-f', '-'], JSON.stringify(object))).stderr).toBe('');
  }
  const create = () =>
    kubectl(['create', 'configmap', 'leaky', '--from-literal=password=x', '--dry-run=server']);
  await expect
    .poll(async () => (await create()).stderr, { timeout: slowMs })
    .toContain('a password is not configuration');
});

test('the audit log has a request as soon as it is answered', async () => {
  await as(cluster.kubeconfigFor('auditor'))(['get', 'nodes']);
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
  const help = await exec(pod, 'cilium', 'service', '--help');
  const file = programPath('cilium-1.20/cilium-dbg');
  expect(help.stdout).toBe(execFileSync(file, ['service', '--help'], { encoding: 'utf8' }));

  const list = await exec(pod, 'cilium', 'service', 'list');
  expect(list).toMatchObject({ code: 0, stderr: '' });
  const { frontends, unparsed } = parseServiceList(list.stdout);
  expect(unparsed).toEqual([]);
  const dns = await said(...inAgents, 'get', 'service', 'kube-dns', '-o', 'jsonpath={.spec.clusterIP}');
  expect(frontends.map(({ ip }) => ip)).toContain(dns);

  const status = await exec(pod, 'cilium-dbg', 'status', '--verbose');
  expect(status).toMatchObject({ code: 0, stderr: '' });
  expect(status.stdout).toContain('KubeProxyReplacement Details:');
});

test('what a command says on stderr and its exit code come through; what is not in the image is not found', async () => {
  const [pod = ''] = await agentPods();
  const unknown = await exec(pod, 'cilium', 'nonsense');
  expect(unknown.stderr).toContain('unknown command "nonsense" for "cilium-dbg"');
  expect(unknown.stderr).toContain('command terminated with exit code 1');
  expect(unknown.code).toBe(1);
  const missing = await exec(pod, 'nonsense');
  expect(missing.stderr).toContain('executable file not found in $PATH');
});

test('the rows of a new Service follow its pods', async () => {
  const [pod = ''] = await agentPods();
  await said('create', 'deployment', 'echo', '--image=registry.example/echo:1', '--replicas=2');
  await said('expose', 'deployment', 'echo', '--port=7000');
  const address = await said('get', 'service', 'echo', '-o', 'jsonpath={.spec.clusterIP}');
  const backends = async () => {
    const { frontends } = parseServiceList((await exec(pod, 'cilium', 'service', 'list')).stdout);
    return frontends.find((frontend) => frontend.ip === address)?.backends.length;
  };
  await expect.poll(backends, { timeout: slowMs }).toBe(2);
  await said('scale', 'deployment', 'echo', '--replicas=1');
  await expect.poll(backends, { timeout: slowMs }).toBe(1);
});

test('a restart of the DaemonSet replaces the agents one after the other, and their logs begin anew', async () => {
  const before = await agentPods();
  await said(...inAgents, 'rollout', 'restart', 'daemonset/cilium');
  await said(...inAgents, 'rollout', 'status', 'daemonset/cilium', '--timeout=60s');
  const after = await agentPods();
  expect(after).toHaveLength(2);
  expect(after.filter((pod) => before.includes(pod))).toEqual([]);
  const log = await said(...inAgents, 'logs', after[0] ?? '', '-c', 'cilium-agent');
  expect(log).toMatch(/^time=\S+ level=info msg=/);
  expect(log).toContain('Daemon initialization completed');
});

test('an agent that cannot run with its configuration dies in a loop and says why', async () => {
  const [pod = ''] = await agentPods();
  const node = await said(...inAgents, 'get', pod, '-o', 'jsonpath={.spec.nodeName}');
  const override = {
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNodeConfig',
    metadata: { name: 'broken', namespace: 'kube-system' },
    spec: {
      nodeSelector: { matchLabels: { 'kubernetes.io/hostname': node } },
      defaults: { 'bpf-lb-algorithm': 'round-robin' },
    },
  };
  expect((await kubectl(['create', '-f', '-'], JSON.stringify(override))).stderr).toBe('');
  await said(...inAgents, 'delete', pod);
  const onNode = `--field-selector=spec.nodeName=${node}`;
  const select = [...inAgents, 'get', 'pods', '-l', 'k8s-app=cilium', onNode, '-o'];
  const waiting = 'jsonpath={.items[*].status.containerStatuses[*].state.waiting.reason}';
  await expect.poll(() => said(...select, waiting), { timeout: slowMs }).toBe('CrashLoopBackOff');
  const name = (await said(...select, 'name')).trim();
  expect(await said(...inAgents, 'logs', name, '-c', 'cilium-agent')).toMatch(/level=fatal .*round-robin/);
  expect((await exec(name, 'cilium', 'status')).code).toBe(1);
  await said(...inAgents, 'delete', 'ciliumnodeconfig', 'broken');
  await said(...inAgents, 'delete', name);
  await said(...inAgents, 'rollout', 'status', 'daemonset/cilium', '--timeout=60s');
});
