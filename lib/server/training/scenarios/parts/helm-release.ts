import { gzipSync } from 'node:zlib';
import { parseAgentVersion } from '@/lib/cilium/agent-version';
import { knobOf } from '@/lib/cilium/settings/knob-catalogue';
import type { KubeObject } from '../../agent-contract';

/** What an object says that Helm installed as part of release `cilium`. */
export const helmMarks = {
  labels: { 'app.kubernetes.io/managed-by': 'Helm' },
  annotations: { 'meta.helm.sh/release-name': 'cilium', 'meta.helm.sh/release-namespace': 'kube-system' },
};

type Values = { [name: string]: string | Values };

function put(values: Values, path: readonly string[], value: string): void {
  const [name, ...rest] = path;
  if (name === undefined) return;
  if (rest.length === 0) {
    values[name] = value;
    return;
  }
  const below = values[name];
  const inner: Values = typeof below === 'object' ? below : {};
  values[name] = inner;
  put(inner, rest, value);
}

/** The values that make the chart write these keys; what has no value of its own stands in `extraConfig`. */
function valuesOf(config: Record<string, string>, chartVersion: string): Values {
  const version = parseAgentVersion(chartVersion);
  const values: Values = {};
  for (const [key, value] of Object.entries(config)) {
    const path = version === null ? null : (knobOf(key, version)?.helm ?? null);
    put(values, path === null ? ['extraConfig', key] : path.split('.'), value);
  }
  return values;
}

/** The Secret in which Helm keeps the deployed revision of a release: base64 of gzip of JSON, and base64 once more. */
export function helmRelease(chartVersion: string, config: Record<string, string>): KubeObject {
  const release = {
    name: 'cilium',
    namespace: 'kube-system',
    version: 1,
    info: { status: 'deployed', description: 'Install complete' },
    chart: { metadata: { name: 'cilium', version: chartVersion } },
    config: valuesOf(config, chartVersion),
    manifest: '',
  };
  const packed = gzipSync(JSON.stringify(release)).toString('base64');
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    type: 'helm.sh/release.v1',
    metadata: {
      name: 'sh.helm.release.v1.cilium.v1',
      namespace: 'kube-system',
      labels: { owner: 'helm', name: 'cilium', status: 'deployed', version: '1' },
    },
    data: { release: Buffer.from(packed).toString('base64') },
  };
}
