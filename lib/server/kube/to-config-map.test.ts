import { expect, test } from 'vitest';
import { toConfigMap } from './to-config-map';

test('ConfigMap cilium-config: its keys, who writes it, and when it and each key were last written', () => {
  const fields = (...keys: string[]) => ({
    'f:data': Object.fromEntries(keys.map((key) => [`f:${key}`, {}])),
  });
  const metadata = {
    name: 'cilium-config',
    namespace: 'kube-system',
    annotations: { 'meta.helm.sh/release-name': 'cilium', 'meta.helm.sh/release-namespace': 'kube-system' },
    managedFields: [
      { manager: 'kubectl-edit', time: '2026-01-02T00:00:00Z', fieldsV1: fields('bpf-lb-mode') },
      { manager: 'helm', time: '2026-01-01T00:00:00Z', fieldsV1: fields('bpf-lb-mode', 'debug') },
      { fieldsV1: 'nonsense' },
      {},
    ],
  };
  expect(toConfigMap({ metadata, data: { debug: 'false' } })).toMatchObject({
    namespace: 'kube-system',
    name: 'cilium-config',
    data: { debug: 'false' },
    writtenTimestamp: '2026-01-02T00:00:00Z',
    keyTimestamps: { 'bpf-lb-mode': '2026-01-02T00:00:00Z', debug: '2026-01-01T00:00:00Z' },
    owner: { kind: 'helm', release: { namespace: 'kube-system', name: 'cilium' } },
  });
});
