import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { getJson } from '@/lib/server/kube/api-request';
import { connectAs } from '@/lib/server/kube/shop-cluster.fixture';
import type { DeskCluster } from './change-desk.fixture';
import { configOf } from './change-desk.fixture';

/** What a run of the command was given, as it noted it. */
export type FakeRun = {
  args: string[];
  env: Record<string, string>;
  values: Record<string, unknown>;
  chartFiles: string[];
  kubeconfigMode: number;
  folder: string;
};

/**
 * A program that takes what our side gives to `helm upgrade`, notes it, renders a chart of one ConfigMap and writes as
 * Helm does: the ConfigMap, a new revision, the old one superseded. It shows our side only; Helm itself is tested on a
 * real API server.
 */
const program = String.raw`
import { readFileSync, appendFileSync, readdirSync, statSync } from 'node:fs';
import { gzipSync, gunzipSync } from 'node:zlib';
import https from 'node:https';
import path from 'node:path';
const args = process.argv.slice(2);
const after = (name) => args[args.indexOf(name) + 1];
const [, name, chart] = args;
const namespace = after('--namespace');
const values = JSON.parse(readFileSync(after('-f'), 'utf8'));
const isDry = args.includes('--dry-run=server');
appendFileSync(NOTES, JSON.stringify({
  args, values, env: process.env, folder: process.cwd(),
  chartFiles: readdirSync(chart, { recursive: true }).filter((file) => statSync(path.join(chart, file)).isFile()).sort(),
  kubeconfigMode: statSync(process.env.KUBECONFIG).mode & 0o777,
}) + '\n');
if (MODE === 'hang') { await new Promise((resolve) => setTimeout(resolve, 600_000)); }
if (MODE === 'refuses') { console.error('Error: values do not meet the schema'); process.exit(1); }
const config = JSON.parse(readFileSync(process.env.KUBECONFIG, 'utf8'));
const server = config.clusters[0].cluster.server;
const ca = Buffer.from(config.clusters[0].cluster['certificate-authority-data'], 'base64');
const authorization = 'Bearer ' + config.users[0].user.token;
function fail(words) { console.error('Error: ' + words); process.exit(1); }
function ask(url, method = 'GET', body, type = 'application/json') {
  return new Promise((resolve, reject) => {
    const asked = https.request(server + url, { method, ca, headers: { authorization, 'content-type': type } }, async (answer) => {
      const text = Buffer.concat(await answer.toArray()).toString();
      if (answer.statusCode >= 300) fail(text);
      resolve(JSON.parse(text));
    });
    asked.on('error', reject);
    asked.end(body && JSON.stringify(body));
  });
}
const { data: base, keys } = JSON.parse(readFileSync(path.join(chart, 'templates/config.json'), 'utf8'));
const at = (where) => where.split('.').reduce((value, part) => value?.[part], values);
const data = { ...base };
const gone = Object.fromEntries(Object.keys(keys).map((key) => [key, null]));
for (const [key, where] of Object.entries(keys)) if (at(where) !== undefined) data[key] = String(at(where));
const object = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'cilium-config', namespace }, data };
const manifest = '---\n' + JSON.stringify(object) + '\n';
if (!isDry) {
  const core = '/api/v1/namespaces/' + namespace;
  const secrets = (await ask(core + '/secrets?labelSelector=owner%3Dhelm')).items;
  const deployed = secrets.find(({ metadata }) => metadata.labels.status === 'deployed');
  const unpack = (secret) => JSON.parse(gunzipSync(Buffer.from(Buffer.from(secret.data.release, 'base64').toString(), 'base64')));
  const version = Math.max(...secrets.map(({ metadata }) => Number(metadata.labels.version))) + 1;
  if (MODE === 'races') await ask(core + '/configmaps/cilium-config', 'PATCH', { data: { debug: 'true' } }, 'application/merge-patch+json');
  await ask(core + '/configmaps/cilium-config', 'PATCH', { data: { ...gone, ...data } }, 'application/merge-patch+json');
  if (MODE === 'fails-late') fail('UPGRADE FAILED: another object could not be written');
  if (MODE === 'rolls') {
    const template = { metadata: { annotations: { 'cilium.io/cilium-configmap-checksum': JSON.stringify(data['bpf-lb-mode'] ?? '') } } };
    await ask('/apis/apps/v1/namespaces/' + namespace + '/daemonsets/cilium', 'PATCH', { spec: { template } }, 'application/merge-patch+json');
  }
  const release = { ...unpack(deployed), version, config: values, manifest, info: { status: 'deployed', description: after('--description') } };
  await ask(core + '/secrets', 'POST', {
    apiVersion: 'v1', kind: 'Secret', type: 'helm.sh/release.v1',
    metadata: { name: 'sh.helm.release.v1.' + name + '.v' + version, namespace, labels: { owner: 'helm', name, status: 'deployed', version: String(version) } },
    data: { release: Buffer.from(gzipSync(JSON.stringify(release)).toString('base64')).toString('base64') },
  });
  await ask(core + '/secrets/' + deployed.metadata.name, 'PATCH', { metadata: { labels: { status: 'superseded' } } }, 'application/merge-patch+json');
}
console.log(JSON.stringify({ name, manifest }));
`;

export type FakeMode = 'works' | 'races' | 'refuses' | 'fails-late' | 'hang' | 'rolls';

export type FakeHelm = { helmPath: string; runs(): Promise<FakeRun[]> };

/** Makes the command in the directory of a desk's cluster. */
export async function makeFakeHelm({ directory }: DeskCluster, mode: FakeMode = 'works'): Promise<FakeHelm> {
  const notes = path.join(directory, 'helm-runs.jsonl');
  const helmPath = path.join(directory, `helm-${mode}`);
  const script = path.join(directory, `helm-${mode}.mjs`);
  await writeFile(notes, '', { flag: 'a' });
  await writeFile(
    script,
    `const NOTES = ${JSON.stringify(notes)};\nconst MODE = ${JSON.stringify(mode)};\n${program}`,
  );
  await writeFile(helmPath, `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`, { mode: 0o700 });
  return {
    helmPath,
    runs: async () =>
      (await readFile(notes, 'utf8'))
        .split('\n')
        .filter((line) => line !== '')
        .map((line): FakeRun => JSON.parse(line)),
  };
}

const secretName = 'sh.helm.release.v1.cilium.v1';

/** Gives the article's release a chart that renders its ConfigMap, and values of its user; one of them is a secret. */
export async function giveRelease(at: DeskCluster, { status = 'deployed' } = {}): Promise<void> {
  const data = configOf(at);
  const { 'bpf-lb-mode': _mode, ...base } = data;
  const template = { data: base, keys: { 'bpf-lb-mode': 'loadBalancer.mode' } };
  const manifest = JSON.stringify({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name: 'cilium-config', namespace: 'kube-system' },
    data,
  });
  const release = {
    name: 'cilium',
    namespace: 'kube-system',
    version: 1,
    info: { status, description: 'Install complete' },
    chart: {
      metadata: { name: 'cilium', version: '1.13.4', apiVersion: 'v2' },
      templates: [
        { name: 'templates/config.json', data: Buffer.from(JSON.stringify(template)).toString('base64') },
      ],
      files: [{ name: 'README.md', data: '' }],
      values: { loadBalancer: {} },
    },
    config: { kubeProxyReplacement: 'strict', password: 'hidden' },
    manifest,
  };
  await getJson(connectAs(at.cluster, 'admin'), {
    path: `/api/v1/namespaces/kube-system/secrets/${secretName}`,
    what: 'delete the Secret of the release',
    write: { method: 'DELETE', body: {} },
  });
  at.cluster.api.create({
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'helm.sh/release.v1',
    metadata: {
      name: secretName,
      namespace: 'kube-system',
      labels: { owner: 'helm', name: 'cilium', status, version: '1' },
    },
    data: {
      release: Buffer.from(gzipSync(JSON.stringify(release)).toString('base64')).toString('base64'),
    },
  });
}
