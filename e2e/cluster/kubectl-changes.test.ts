import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTrainingCluster, type TrainingCluster } from '@/lib/server/training/training-cluster';
import { kubectlFor, tableOf, type Kubectl } from './kubectl/run-kubectl';
import { kubernetesMinors } from './programs/program-list';

const shopService = (port: number, more = '') => `
apiVersion: v1
kind: Service
metadata: { name: shop, labels: { app: shop } }
spec:
  selector: { app: shop }
  ports: [{ name: http, port: ${port}${more} }]
`;

const setTrue = `#!/bin/sh
sed -i 's/^  debug: "false"$/  debug: "true"/' "$1"
`;

describe.each(kubernetesMinors)('kubectl %s changes the training cluster', (minor) => {
  let cluster: TrainingCluster;
  let kubectl: Kubectl;
  beforeAll(async () => {
    cluster = await startTrainingCluster({ scenario: 'article' });
    kubectl = kubectlFor(minor, cluster.kubeconfig);
  });
  afterAll(async () => {
    kubectl.remove();
    await cluster.stop();
  });

  test('the three patches, and edit, change cilium-config', async () => {
    const patch = (type: string, body: string, more: readonly string[] = []) =>
      kubectl.print([
        'patch',
        'cm',
        'cilium-config',
        '-n',
        'kube-system',
        '--type',
        type,
        '-p',
        body,
        ...more,
      ]);
    const key = (name: string) =>
      kubectl.print(['get', 'cm', 'cilium-config', '-n', 'kube-system', '-o', `jsonpath={.data.${name}}`]);
    expect(await patch('merge', '{"data":{"a":"1"}}')).toBe('configmap/cilium-config patched\n');
    expect(await patch('strategic', '{"data":{"b":"2"}}')).toBe('configmap/cilium-config patched\n');
    expect(await patch('json', '[{"op":"move","from":"/data/b","path":"/data/c"}]')).toBe(
      'configmap/cilium-config patched\n',
    );
    expect([await key('a'), await key('b'), await key('c')]).toEqual(['1', '', '2']);
    expect(await patch('merge', '{"data":{"a":null}}', ['--dry-run=server', '-o', 'name'])).toContain(
      'configmap/cilium-config',
    );
    expect(await patch('merge', '{"data":{"a":"1"}}')).toBe('configmap/cilium-config patched (no change)\n');
    const editor = kubectl.file('editor.sh', setTrue);
    const edit = () => kubectl.run('edit cm cilium-config -n kube-system', { env: { KUBE_EDITOR: editor } });
    expect(await key('debug')).toBe('false');
    expect(await edit()).toMatchObject({ stdout: 'configmap/cilium-config edited\n', exitCode: 0 });
    expect(await key('debug')).toBe('true');
    expect((await edit()).stderr).toContain('Edit cancelled, no changes made.');
    expect((await kubectl.run('patch cm cilium-config -n kube-system -p {"data":{"a":1}}')).stderr).toContain(
      'json: cannot unmarshal number into Go struct field ConfigMap.data of type string',
    );
  });

  test('apply creates, leaves alone, changes, diffs, validates and removes', async () => {
    const file = kubectl.file('shop.yaml', shopService(80));
    const changed = kubectl.file('changed.yaml', shopService(81, ', targetPort: web'));
    const wrong = kubectl.file('wrong.yaml', shopService(80, ', prot: TCP'));
    expect(await kubectl.print(`apply -f ${file} --dry-run=server`)).toBe(
      'service/shop created (server dry run)\n',
    );
    expect((await kubectl.run('get svc shop')).stderr).toContain('services "shop" not found');
    expect(await kubectl.print(`apply -f ${file}`)).toBe('service/shop created\n');
    expect(await kubectl.print(`apply -f ${file}`)).toBe('service/shop unchanged\n');
    const diff = await kubectl.run(`diff -f ${changed}`);
    expect(diff).toMatchObject({ exitCode: 1 });
    expect(diff.stdout).toMatch(/^-.* port: 80\n\+.* port: 81\n/m);
    expect(await kubectl.print(`apply -f ${changed}`)).toBe('service/shop configured\n');
    expect(tableOf(await kubectl.print('get svc shop'))).toMatchObject([{ 'PORT(S)': '81/TCP' }]);
    const refused = await kubectl.run(`create -f ${wrong}`);
    expect(refused.stderr).toBe(
      `Error from server (BadRequest): error when creating "${wrong}": Service in version "v1" cannot be handled as a Service: strict decoding error: unknown field "spec.ports[0].prot"\n`,
    );
    const warned = await kubectl.run(`apply -f ${wrong} --validate=warn`);
    expect(warned).toMatchObject({
      stderr: 'Warning: unknown field "spec.ports[0].prot"\n',
      stdout: 'service/shop configured\n',
    });
    expect(await kubectl.print(`replace -f ${file}`)).toBe('service/shop replaced\n');
    expect(await kubectl.print(`delete -f ${file}`)).toContain('service "shop" deleted');
  });

  test('create sends the objects that it prints', async () => {
    const commands = [
      'create deployment web --image=nginx:1.27 --replicas=2 --port=80',
      'create configmap words --from-literal=a=b',
      'create secret generic hidden --from-literal=a=b',
      'create service nodeport web --tcp=80:8080 --node-port=30080',
      'create serviceaccount robot',
      'create role reads --verb=get,list --resource=pods,configmaps',
      'create rolebinding reads --role=reads --user=robot',
      'create poddisruptionbudget web --selector=app=web --min-available=50%',
      'create namespace shop',
    ];
    const meant = await Promise.all(
      commands.map((command) => kubectl.print(`${command} --dry-run=client -o json`)),
    );
    for (const [index, command] of commands.entries()) {
      const made: unknown = JSON.parse(await kubectl.print(`${command} -o json`));
      // The server completes what it is given: `status`, and an empty strategy that it fills.
      const { status: _status, ...wanted } = JSON.parse(meant[index] ?? '') as Record<string, unknown>;
      expect(made, command).toMatchObject(wanted);
    }
    expect((await kubectl.run('create namespace shop')).stderr).toBe(
      'Error from server (AlreadyExists): namespaces "shop" already exists\n',
    );
  });
});
