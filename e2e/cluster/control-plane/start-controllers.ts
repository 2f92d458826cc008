import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { KubernetesMinor } from '../programs/program-list';
import { programPath } from '../programs/program-path';
import { answersOk } from './answers-ok';
import { freePort } from './free-port';
import type { ProgramGroup } from './program-group';
import type { ApiServer } from './start-api-server';
import type { Authority } from './authority';
import { userKubeconfig } from './user-kubeconfig';

/** Starts kube-controller-manager and kube-scheduler, which act on the API server as in any cluster. */
export async function startControllers(options: {
  group: ProgramGroup;
  kubernetes: KubernetesMinor;
  authority: Authority;
  apiServer: ApiServer;
}): Promise<void> {
  const { group, kubernetes, authority, apiServer } = options;
  const { authorityCert, authorityKey, serviceAccountKey } = apiServer.files;

  async function start(
    command: 'kube-controller-manager' | 'kube-scheduler',
    flags: readonly string[],
  ): Promise<void> {
    const port = await freePort();
    const kubeconfig = path.join(group.folder, `${command}.kubeconfig`);
    const userName = `system:${command}`;
    const credential = authority.client({ commonName: userName });
    const content = userKubeconfig({
      url: apiServer.url,
      authority: authority.own.cert,
      userName,
      credential,
    });
    writeFileSync(kubeconfig, content, { mode: 0o600 });
    const serving = authority.serving(command);
    const [cert, key] = ['crt', 'key'].map((ending) => path.join(group.folder, `${command}.${ending}`));
    writeFileSync(cert ?? '', serving.cert);
    writeFileSync(key ?? '', serving.key, { mode: 0o600 });
    await group.start({
      name: command,
      file: programPath(`kubernetes-${kubernetes}/${command}`),
      args: [
        `--kubeconfig=${kubeconfig}`,
        '--bind-address=127.0.0.1',
        `--secure-port=${port}`,
        `--tls-cert-file=${cert}`,
        `--tls-private-key-file=${key}`,
        // There is one of each: nobody to be elected against.
        '--leader-elect=false',
        ...flags,
      ],
      isReady: () => answersOk(`https://127.0.0.1:${port}/healthz`, { ca: authority.own.cert }),
    });
  }

  await Promise.all([
    start('kube-controller-manager', [
      '--use-service-account-credentials=true',
      `--service-account-private-key-file=${serviceAccountKey}`,
      `--root-ca-file=${authorityCert}`,
      `--cluster-signing-cert-file=${authorityCert}`,
      `--cluster-signing-key-file=${authorityKey}`,
    ]),
    start('kube-scheduler', []),
  ]);
}
