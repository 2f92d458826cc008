import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { KubeObject } from '@/lib/server/training/agent-contract';

/** Values of this chart by their keys in `cilium-config`, named as Cilium's own chart names them. */
const keysOfValues = {
  'bpf-lb-mode': 'loadBalancer.mode',
  'bpf-lb-algorithm': 'loadBalancer.algorithm',
  'bpf-lb-acceleration': 'loadBalancer.acceleration',
  debug: 'debug.enabled',
};

/** Text of a template that gives an object as it is. */
function asIs({ metadata, ...object }: KubeObject): string {
  const { annotations: _marks, labels, ...rest } = metadata;
  // Helm marks what it installs itself.
  const { 'app.kubernetes.io/managed-by': _by, ...others } = labels ?? {};
  return JSON.stringify({ ...object, metadata: { ...rest, labels: others } }, null, 2);
}

function configTemplate({ metadata, data }: KubeObject & { data?: Record<string, string> }): string {
  const fixed = Object.entries(data ?? {}).filter(([key]) => !Object.hasOwn(keysOfValues, key));
  return [
    'apiVersion: v1',
    'kind: ConfigMap',
    'metadata:',
    `  name: ${metadata.name}`,
    '  namespace: {{ .Release.Namespace }}',
    'data:',
    ...fixed.map(([key, value]) => `  ${key}: ${JSON.stringify(value)}`),
    ...Object.entries(keysOfValues).flatMap(([key, value]) => [
      `  {{- if hasKey .Values.${value.split('.')[0]} "${value.split('.')[1]}" }}`,
      `  ${key}: {{ .Values.${value} | quote }}`,
      '  {{- end }}',
    ]),
    '  {{- range $key, $value := .Values.extraConfig }}',
    '  {{ $key }}: {{ $value | quote }}',
    '  {{- end }}',
    '',
  ].join('\n');
}

/** Writes a chart of our own that installs `cilium-config` and the DaemonSet as Cilium's does; gives its folder. */
export function writeCiliumChart(
  parent: string,
  { config, daemonSet, version }: { config: KubeObject; daemonSet: KubeObject; version: string },
): string {
  const folder = path.join(parent, 'cilium-chart');
  mkdirSync(path.join(folder, 'templates'), { recursive: true });
  const write = (name: string, text: string) => writeFileSync(path.join(folder, name), text);
  write('Chart.yaml', JSON.stringify({ apiVersion: 'v2', name: 'cilium', version, appVersion: version }));
  write('values.yaml', 'loadBalancer: {}\ndebug:\n  enabled: false\nextraConfig: {}\n');
  write('templates/_names.tpl', '{{- define "cilium.nothing" -}}{{- end -}}\n');
  write('templates/cilium-configmap.yaml', configTemplate(config));
  write('templates/cilium-daemonset.yaml', asIs(daemonSet));
  return folder;
}
