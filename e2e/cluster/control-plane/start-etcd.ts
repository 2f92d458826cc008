import path from 'node:path';
import { programPath } from '../programs/program-path';
import { answersOk } from './answers-ok';
import { freePort } from './free-port';
import type { ProgramGroup } from './program-group';

/** Starts etcd on loopback, without TLS; gives the URL for its clients. */
export async function startEtcd(group: ProgramGroup): Promise<string> {
  const [clientPort, peerPort] = [await freePort(), await freePort()];
  const clientUrl = `http://127.0.0.1:${clientPort}`;
  const peerUrl = `http://127.0.0.1:${peerPort}`;
  await group.start({
    name: 'etcd',
    file: programPath('etcd/etcd'),
    args: [
      `--data-dir=${path.join(group.folder, 'etcd')}`,
      `--listen-client-urls=${clientUrl}`,
      `--advertise-client-urls=${clientUrl}`,
      `--listen-peer-urls=${peerUrl}`,
      `--initial-advertise-peer-urls=${peerUrl}`,
      `--initial-cluster=default=${peerUrl}`,
      // The data is thrown away anyway: no need to wait for a disk.
      '--unsafe-no-fsync=true',
      '--log-level=warn',
    ],
    isReady: () => answersOk(`${clientUrl}/readyz`),
  });
  return clientUrl;
}
