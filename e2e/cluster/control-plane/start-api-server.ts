import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { KubernetesMinor } from '../programs/program-list';
import { programPath } from '../programs/program-path';
import { answersOk } from './answers-ok';
import type { Authority } from './authority';
import { clusterAddresses } from './cluster-addresses';
import { freePort } from './free-port';
import type { ProgramGroup } from './program-group';

export type ApiServer = {
  url: string;
  /** One JSON event a line (audit.k8s.io/v1), written before the request is answered. */
  auditLogPath: string;
  files: { authorityCert: string; authorityKey: string; serviceAccountKey: string };
};

/** Every request, with who and what, when it is done; a watch or an exec also when it begins. No bodies. */
const auditPolicy = {
  apiVersion: 'audit.k8s.io/v1',
  kind: 'Policy',
  omitStages: ['RequestReceived'],
  rules: [{ level: 'Metadata' }],
};

/** Starts kube-apiserver: TLS, client certificates and service account tokens, Node and RBAC, an audit log. */
export async function startApiServer(options: {
  group: ProgramGroup;
  kubernetes: KubernetesMinor;
  authority: Authority;
  etcdUrl: string;
}): Promise<ApiServer> {
  const { group, kubernetes, authority, etcdUrl } = options;
  const write = (name: string, content: string) => {
    const file = path.join(group.folder, name);
    writeFileSync(file, content, { mode: 0o600 });
    return file;
  };
  const port = await freePort();
  const url = `https://127.0.0.1:${port}`;
  const serving = authority.serving('kube-apiserver');
  // How it shows itself to the kubelets, when it execs into a pod or reads a log.
  const kubeletClient = authority.client({
    commonName: 'kube-apiserver-kubelet-client',
    organizations: ['system:masters'],
  });
  const signing = generateKeyPairSync('ec', { namedCurve: 'prime256v1' }).privateKey;
  const files = {
    authorityCert: write('ca.crt', authority.own.cert),
    authorityKey: write('ca.key', authority.own.key),
    serviceAccountKey: write('service-accounts.key', String(signing.export({ type: 'sec1', format: 'pem' }))),
  };
  const auditLogPath = path.join(group.folder, 'audit.log');
  const admin = authority.client({ commonName: 'readiness', organizations: ['system:masters'] });
  await group.start({
    name: 'kube-apiserver',
    file: programPath(`kubernetes-${kubernetes}/kube-apiserver`),
    args: [
      `--etcd-servers=${etcdUrl}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${port}`,
      `--advertise-address=${clusterAddresses.apiServer}`,
      `--service-cluster-ip-range=${clusterAddresses.services}`,
      '--allow-privileged=true',
      '--authorization-mode=Node,RBAC',
      `--client-ca-file=${files.authorityCert}`,
      `--tls-cert-file=${write('kube-apiserver.crt', serving.cert)}`,
      `--tls-private-key-file=${write('kube-apiserver.key', serving.key)}`,
      `--kubelet-certificate-authority=${files.authorityCert}`,
      `--kubelet-client-certificate=${write('kubelet-client.crt', kubeletClient.cert)}`,
      `--kubelet-client-key=${write('kubelet-client.key', kubeletClient.key)}`,
      // The nodes' own addresses lead nowhere; this one is where kwok listens.
      '--kubelet-preferred-address-types=ExternalDNS',
      '--service-account-issuer=https://kubernetes.default.svc.cluster.local',
      `--service-account-key-file=${files.serviceAccountKey}`,
      `--service-account-signing-key-file=${files.serviceAccountKey}`,
      `--audit-policy-file=${write('audit-policy.json', JSON.stringify(auditPolicy))}`,
      `--audit-log-path=${auditLogPath}`,
      '--audit-log-mode=blocking',
    ],
    isReady: () => answersOk(`${url}/readyz`, { ca: authority.own.cert, cert: admin.cert, key: admin.key }),
  });
  return { url, auditLogPath, files };
}
