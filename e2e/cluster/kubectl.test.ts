import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTrainingCluster, type TrainingCluster } from '@/lib/server/training/training-cluster';
import { kubectlFor, tableOf, type Kubectl } from './kubectl/run-kubectl';
import { kubernetesMinors } from './programs/program-list';

const firstNode = 'ip-192-168-18-107.ec2.internal';

describe.each(kubernetesMinors)('kubectl %s reads the training cluster', (minor) => {
  let cluster: TrainingCluster;
  let kubectl: Kubectl;
  let agent = '';
  beforeAll(async () => {
    cluster = await startTrainingCluster({ scenario: 'article' });
    kubectl = kubectlFor(minor, cluster.kubeconfig);
    agent = await kubectl.print([
      ...'get pods -n kube-system -l k8s-app=cilium -o'.split(' '),
      'jsonpath={.items[0].metadata.name}',
    ]);
  });
  afterAll(async () => {
    kubectl.remove();
    await cluster.stop();
  });

  test('knows both versions, where the cluster is and who asks', async () => {
    expect(await kubectl.print('version')).toMatch(
      new RegExp(`Client Version: v${minor}\\.\\d+\\n[^]*Server Version: v1.27.3-eks-a5565ad\\n`),
    );
    expect(await kubectl.print('cluster-info')).toContain(`running at ${cluster.url}`);
    expect(await kubectl.print('auth whoami')).toContain('training-admin');
    const resources = await kubectl.print('api-resources --no-headers');
    expect(resources).toMatch(/^daemonsets +ds +apps\/v1 +true +DaemonSet$/m);
    expect(resources).toMatch(/^ciliumnodeconfigs +cilium.io\/v2alpha1 +true +CiliumNodeConfig$/m);
    expect(await kubectl.print('api-versions')).toContain('discovery.k8s.io/v1');
  });

  test('get prints tables with the columns of a real server', async () => {
    const pods = tableOf(await kubectl.print('get pods -A -o wide'));
    expect(pods.find(({ NAME }) => NAME === 'nginx')).toEqual({
      NAMESPACE: 'default',
      NAME: 'nginx',
      READY: '1/1',
      STATUS: 'Running',
      RESTARTS: '0',
      AGE: '3d',
      IP: '192.168.45.94',
      NODE: 'ip-192-168-53-201.ec2.internal',
      'NOMINATED NODE': '<none>',
      'READINESS GATES': '<none>',
    });
    expect(tableOf(await kubectl.print('get nodes'))).toContainEqual({
      NAME: firstNode,
      STATUS: 'Ready',
      ROLES: '<none>',
      AGE: '3d',
      VERSION: 'v1.27.3-eks-a5565ad',
    });
    expect(tableOf(await kubectl.print('get svc -n cilium-test'))).toContainEqual({
      NAME: 'echo-same-node',
      TYPE: 'NodePort',
      'CLUSTER-IP': '10.100.191.108',
      'EXTERNAL-IP': '<none>',
      'PORT(S)': '8080:30786/TCP',
      AGE: '3d',
    });
    expect(tableOf(await kubectl.print('get ds cilium -n kube-system'))).toEqual([
      {
        NAME: 'cilium',
        DESIRED: '2',
        CURRENT: '2',
        READY: '2',
        'UP-TO-DATE': '2',
        AVAILABLE: '2',
        'NODE SELECTOR': '<none>',
        AGE: '3d',
      },
    ]);
    expect(tableOf(await kubectl.print('get endpointslices -A'))).toContainEqual(
      expect.objectContaining({ ADDRESSTYPE: 'IPv4', PORTS: '8080', ENDPOINTS: '192.168.30.93' }),
    );
    expect(await kubectl.print('get all -A')).toContain('daemonset.apps/cilium');
    expect(tableOf(await kubectl.print('get cep -n default'))).toMatchObject([
      { NAME: 'nginx', 'ENDPOINT STATE': 'ready', IPV4: '192.168.45.94' },
    ]);
  });

  test('get selects by label, field, name and namespace, and prints YAML, JSON, JSONPath and names', async () => {
    const named = (command: string) => kubectl.print(command).then((text) => text.trimEnd().split('\n'));
    expect(await named(`get pods -A --field-selector spec.nodeName=${firstNode} -o name`)).toHaveLength(7);
    expect(await named('get pods -A -l k8s-app=cilium -o name')).toHaveLength(2);
    expect(await named('get pods -A -l k8s-app!=cilium --chunk-size=2 -o name')).toHaveLength(9);
    expect(JSON.parse(await kubectl.print('get cm cilium-config -n kube-system -o json'))).toMatchObject({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      data: { 'kube-proxy-replacement': 'strict' },
    });
    expect(await kubectl.print('get svc kubernetes -o yaml')).toContain('clusterIP: 10.100.0.1\n');
    expect(
      await kubectl.print('get pods -A --sort-by=.status.podIP -o custom-columns=IP:.status.podIP'),
    ).toMatch(/^IP\n192\.168\.11\.178\n/);
    expect(await kubectl.run('get pods nosuch')).toMatchObject({
      exitCode: 1,
      stderr: 'Error from server (NotFound): pods "nosuch" not found\n',
    });
  });

  test('describe shows a node, a pod, a Service, a DaemonSet and a ConfigMap', async () => {
    expect(await kubectl.print(`describe node ${firstNode}`)).toMatch(
      /Non-terminated Pods: +\(7 in total\)[^]*kube-system +cilium-/,
    );
    expect(await kubectl.print(`describe pod ${agent} -n kube-system`)).toMatch(
      /Controlled By: +DaemonSet\/cilium[^]*cilium-agent:\n[^]*State: +Running[^]*QoS Class: +BestEffort/,
    );
    expect(await kubectl.print('describe svc echo-same-node -n cilium-test')).toMatch(
      /NodePort: +http +30786\/TCP\nEndpoints: +192\.168\.30\.93:8080\n/,
    );
    expect(await kubectl.print('describe ds cilium -n kube-system')).toMatch(
      /Pods Status: +2 Running \/ 0 Waiting \/ 0 Succeeded \/ 0 Failed/,
    );
    expect(await kubectl.print('describe cm cilium-config -n kube-system')).toContain(
      'kube-proxy-replacement:\n----\nstrict\n',
    );
  });

  test('exec runs Cilium’s commands, with their exit codes', async () => {
    const status = await kubectl.print('exec -n kube-system ds/cilium -- cilium status --verbose');
    expect(status).toMatch(/^KubeProxyReplacement: +Strict/m);
    expect(status).toContain('KubeProxyReplacement Details:\n');
    const services = await kubectl.print(
      `exec -n kube-system ${agent} -c cilium-agent -- cilium service list -o json`,
    );
    expect(JSON.parse(services)).toContainEqual(
      expect.objectContaining({
        status: expect.objectContaining({ realized: expect.anything() as unknown }) as unknown,
      }),
    );
    const wrong = await kubectl.run(`exec -n kube-system ${agent} -- cilium nosuch`);
    expect(wrong.exitCode).toBe(1);
    expect(wrong.stderr).toMatch(
      /unknown command "nosuch" for "cilium"[^]*command terminated with exit code 1\n$/,
    );
    const missing = await kubectl.run(`exec -n kube-system ${agent} -c cilium-agent -- nosuch`);
    expect(missing.exitCode).toBe(1);
    expect(missing.stderr).toContain('exec: "nosuch": executable file not found in $PATH');
    const container = await kubectl.run(`exec -n kube-system ${agent} -c nosuch -- cilium status`);
    expect(container.stderr).toContain(`container nosuch is not valid for pod ${agent}`);
  });

  test('logs prints what an agent said, whole, its end, and as it comes', async () => {
    const whole = await kubectl.print(`logs -n kube-system ${agent} -c cilium-agent`);
    const lines = whole.trimEnd().split('\n');
    expect(whole).toContain('Cilium 1.13.4');
    expect(await kubectl.print('logs -n kube-system ds/cilium --tail=1')).toBe(`${lines.at(-1)}\n`);
    const stamped = await kubectl.print(`logs -n kube-system ${agent} --tail=1 --timestamps`);
    expect(stamped).toMatch(/^\d{4}-\d\d-\d\dT[\d:]{8}\.\d{9}Z level=info /);
    expect(await kubectl.print(`logs -n kube-system ${agent} --since=1h`)).toBe('');
    const followed = await kubectl.run(`logs -n kube-system ${agent} -f --tail=2`, { timeoutMs: 1_500 });
    expect(followed.stdout).toBe(`${lines.slice(-2).join('\n')}\n`);
    expect((await kubectl.run(`logs -n kube-system ${agent} --previous`)).stderr).toContain(
      `previous terminated container "cilium-agent" in pod "${agent}" not found`,
    );
  });

  test('auth can-i and --as say what RBAC says', async () => {
    expect(await kubectl.print('auth can-i create pods/exec -n kube-system')).toBe('yes\n');
    const rules = await kubectl.print('auth can-i --list');
    expect(rules).toMatch(/^\*\.\* +\[\] +\[\] +\[\*\]$/m);
    expect(rules).toMatch(/^ +\[\*\] +\[\] +\[\*\]$/m);
    const asViewer = await kubectl.run('auth can-i patch cm --as=training-viewer -n kube-system');
    expect(asViewer).toMatchObject({ stdout: 'no\n', exitCode: 1 });
    expect(await kubectl.print('get pods --as=training-viewer -o name')).toBe('pod/nginx\n');
    expect((await kubectl.run('get pods --as=training-nobody')).stderr).toBe(
      'Error from server (Forbidden): pods is forbidden: User "training-nobody" cannot list resource "pods" in API group "" in the namespace "default"\n',
    );
    const refused = await kubectl.run(`exec -n kube-system ${agent} --as=training-viewer -- cilium status`);
    expect(refused.stderr).toContain('cannot create resource "pods/exec"');
  });

  test('explain names the fields of a kind', async () => {
    const text = await kubectl.print('explain ds.spec.updateStrategy.rollingUpdate');
    expect(text).toMatch(/^GROUP: +apps\nKIND: +DaemonSet\nVERSION: +v1\n/);
    expect(text).toMatch(/^ +maxUnavailable\t<IntOrString>$/m);
  });
});
