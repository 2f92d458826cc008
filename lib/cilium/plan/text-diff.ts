import type { ConfigMapData } from '../settings/config-data';
import type { ConfigLayer } from '../settings/config-layers';
import type { DiffLine, ObjectDiff } from './plan';
import type { PlanCluster, PlanRequest } from './plan-input';
import { changedData } from './planned-layers';

const contextLines = 2;
const lineMaxChars = 400;

/** One key as a line of YAML: a string of JSON is one of YAML as well. */
function yamlLine(key: string, value: string): string {
  return `${key}: ${JSON.stringify(value)}`.slice(0, lineMaxChars);
}

/** The keys of a ConfigMap before and after, with two lines around each change; `gap` where lines are left out. */
export function dataDiff(before: ConfigMapData, after: ConfigMapData): DiffLine[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  const isChanged = keys.map((key) => before[key] !== after[key]);
  const lines: DiffLine[] = [];
  let number = 0;
  keys.forEach((key, index) => {
    const [old, now] = [before[key], after[key]];
    if (now !== undefined) number += 1;
    const isNear = isChanged
      .slice(Math.max(0, index - contextLines), index + contextLines + 1)
      .includes(true);
    if (!isNear) {
      if (lines.length > 0 && lines.at(-1)?.sign !== 'gap')
        lines.push({ sign: 'gap', number: null, text: '' });
      return;
    }
    if (old !== undefined && old === now) {
      lines.push({ sign: 'same', number, text: yamlLine(key, now) });
      return;
    }
    if (old !== undefined) lines.push({ sign: 'removed', number: null, text: yamlLine(key, old) });
    if (now !== undefined) lines.push({ sign: 'added', number, text: yamlLine(key, now) });
  });
  return lines.at(-1)?.sign === 'gap' ? lines.slice(0, -1) : lines;
}

const addedLines = (text: string): DiffLine[] =>
  text.split('\n').map((line, index) => ({ sign: 'added', number: index + 1, text: line }));

const removedLines = ({ data }: ConfigLayer): DiffLine[] =>
  Object.entries(data).map(([key, value]) => ({ sign: 'removed', number: null, text: yamlLine(key, value) }));

export type WrittenNodeConfigs = {
  /** The CiliumNodeConfig of chosen nodes. */
  manifest: { name: string; text: string } | null;
  /** Those that go, by name. */
  replaced: ReadonlyMap<string, ConfigLayer>;
};

/** What a plan would write, object by object. */
export function objectDiffs(
  { changes, nodes }: PlanRequest,
  { namespace, configMap, daemonSet }: PlanCluster,
  { manifest, replaced }: WrittenNodeConfigs,
): ObjectDiff[] {
  if (nodes !== null) {
    if (manifest === null) return [];
    const object = `${namespace}/${manifest.name}`;
    return [{ kind: 'CiliumNodeConfig', object, lines: addedLines(manifest.text) }];
  }
  const data = configMap?.data ?? {};
  return [
    {
      kind: 'ConfigMap',
      object: `${namespace}/${configMap?.name ?? 'cilium-config'}`,
      lines: dataDiff(data, changedData(data, changes)),
    },
    ...[...replaced].map(([name, layer]): ObjectDiff => ({
      kind: 'CiliumNodeConfig',
      object: `${namespace}/${name}`,
      lines: removedLines(layer),
    })),
    {
      kind: 'DaemonSet',
      object: `${namespace}/${daemonSet?.name ?? 'cilium'}`,
      lines: [
        { sign: 'same', number: null, text: 'spec.template.metadata.annotations:' },
        { sign: 'added', number: null, text: '  kubectl.kubernetes.io/restartedAt: the time of the restart' },
      ],
    },
  ];
}
