import { KubeConfig, CoreV1Api, Exec } from '@kubernetes/client-node';
import { X509Certificate } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { smallScenario } from '../small-scenario';
import { startScenario } from '../start-scenario';
import { loopbackCertificate } from './loopback-certificate';

test('the certificate is for loopback, signed by its own key, and valid now', () => {
  for (let round = 0; round < 20; round += 1) {
    const certificate = new X509Certificate(loopbackCertificate(Date.now()).cert);
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    expect(certificate.checkIP('127.0.0.1')).toBe('127.0.0.1');
    expect(certificate.checkHost('localhost')).toBe('localhost');
    expect(Date.parse(certificate.validFrom)).toBeLessThan(Date.now());
    expect(Date.parse(certificate.validTo)).toBeGreaterThan(Date.now());
  }
});

test('a client that trusts only what the kubeconfig names lists and execs over TLS', async () => {
  const cluster = await startScenario(smallScenario, {
    host: '127.0.0.1',
    port: 0,
    tls: true,
    size: { nodes: 1, services: 0 },
    seed: 1,
  });
  try {
    expect(cluster.url).toMatch(/^https:/);
    await expect(fetch(`${cluster.url}/version`)).rejects.toThrow();
    const config = new KubeConfig();
    config.loadFromString(cluster.kubeconfig);
    const { items } = await config.makeApiClient(CoreV1Api).listNamespacedPod({ namespace: 'kube-system' });
    const out = new PassThrough();
    await new Exec(config).exec(
      'kube-system',
      items[0]?.metadata?.name ?? '',
      'cilium-agent',
      ['cilium-dbg', 'config'],
      out,
      null,
      null,
      false,
    );
    expect(Buffer.concat(await out.toArray()).toString('utf8')).toContain('kube-proxy-replacement');
  } finally {
    await cluster.stop();
  }
});
