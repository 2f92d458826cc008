import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { answersOk } from '../control-plane/answers-ok';
import { freePort } from '../control-plane/free-port';
import type { ControlPlane } from '../control-plane/start-control-plane';
import { programPath } from '../programs/program-path';
import { writeContainerCommands } from './container-commands';
import { stages } from './stages';

/** How long a node's Lease holds, as a kubelet's. */
const leaseSeconds = 40;

/** Starts kwok as the kubelet of every node there is and will be. Exec and Logs objects tell it about single pods. */
export async function startKwok({ group, authority, kubeconfigFor }: ControlPlane): Promise<void> {
  const write = (name: string, content: string) => {
    const file = path.join(group.folder, name);
    writeFileSync(file, content, { mode: 0o600 });
    return file;
  };
  const port = await freePort();
  const serving = authority.serving('kwok');
  // A pod that nobody tells more about has written nothing.
  const quiet = {
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'ClusterLogs',
    metadata: { name: 'quiet' },
    spec: { logs: [{ logsFile: write('quiet.log', '') }] },
  };
  const config = [...stages, quiet].map((object) => JSON.stringify(object)).join('\n---\n');
  await group.start({
    name: 'kwok',
    file: programPath('kwok/kwok'),
    args: [
      `--kubeconfig=${write('kwok.kubeconfig', kubeconfigFor('kwok', ['system:masters']))}`,
      `--config=${write('kwok.yaml', config)}`,
      '--manage-all-nodes=true',
      `--node-lease-duration-seconds=${leaseSeconds}`,
      `--server-address=127.0.0.1:${port}`,
      `--node-port=${port}`,
      `--tls-cert-file=${write('kwok.crt', serving.cert)}`,
      `--tls-private-key-file=${write('kwok.key', serving.key)}`,
      '--enable-crds=Exec,Logs',
    ],
    // The path of the containers, not of this machine: what is not in the image is not found.
    env: { PATH: writeContainerCommands(group.folder) },
    isReady: () => answersOk(`https://127.0.0.1:${port}/healthz`, { ca: authority.own.cert }),
  });
}
