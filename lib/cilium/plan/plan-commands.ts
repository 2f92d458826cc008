import { shellWord } from '../fields/shell-word';
import { knobOf } from '../settings/knob-catalogue';
import type { BlastRadius, PlanCommands, PlannedChange, PlannedRule } from './plan';
import type { PlanAgent, PlanChanges, PlanCluster, PlanRequest } from './plan-input';
import { helmValuesText } from './helm-values-text';
import { nodeConfigVersion } from './planned-layers';
import { pullRequest } from './pull-request';

/** The manifest that sets keys for some nodes alone; null where it cannot be written for them. */
export function nodeConfigText(
  { changes }: PlanRequest,
  agents: readonly PlanAgent[],
  { namespace, name }: { namespace: string; name: string },
): string | null {
  const apiVersion = nodeConfigVersion(agents);
  const hostnames = agents.flatMap(({ hostname }) => hostname ?? []);
  const set = Object.entries(changes).filter(([, value]) => value !== null);
  if (apiVersion === null || hostnames.length === 0 || set.length === 0) return null;
  return [
    `apiVersion: ${apiVersion}`,
    'kind: CiliumNodeConfig',
    'metadata:',
    `  name: ${name}`,
    `  namespace: ${JSON.stringify(namespace)}`,
    'spec:',
    '  nodeSelector:',
    '    matchExpressions:',
    '      - key: kubernetes.io/hostname',
    '        operator: In',
    '        values:',
    ...hostnames.map((hostname) => `          - ${JSON.stringify(hostname)}`),
    '  defaults:',
    ...set.map(([key, value]) => `    ${key}: ${JSON.stringify(value)}`),
  ].join('\n');
}

function patch(changes: PlanChanges, { namespace, configMap }: PlanCluster): string {
  const data = JSON.stringify({ data: changes });
  return `kubectl -n ${shellWord(namespace)} patch configmap ${shellWord(configMap?.name ?? 'cilium-config')} \\\n  --type merge -p ${shellWord(data)}`;
}

/** What stands there now for the keys of the changes: what brings it back. */
function before(changes: PlanChanges, { configMap }: PlanCluster): PlanChanges {
  return Object.fromEntries(Object.keys(changes).map((key) => [key, configMap?.data[key] ?? null]));
}

function restartCommand(cluster: PlanCluster, { operatorKeys }: BlastRadius): string {
  const kubectl = `kubectl -n ${shellWord(cluster.namespace)}`;
  const set = `ds/${cluster.daemonSet?.name ?? 'cilium'}`;
  const workloads = [set, ...(operatorKeys.length > 0 ? ['deploy/cilium-operator'] : [])].map(shellWord);
  return `${kubectl} rollout restart ${workloads.join(' ')}\n${kubectl} rollout status ${shellWord(set)}`;
}

/** One node after another: the next once the pod before is ready. */
function restartChosen(agents: readonly PlanAgent[], { namespace, daemonSet }: PlanCluster): string {
  const kubectl = `kubectl -n ${shellWord(namespace)}`;
  const status = `${kubectl} rollout status ${shellWord(`ds/${daemonSet?.name ?? 'cilium'}`)}`;
  return agents
    .map(({ node }) => {
      const pods = `--field-selector ${shellWord(`spec.nodeName=${node}`)}`;
      return `${kubectl} delete pod -l k8s-app=cilium ${pods}\n${status}`;
    })
    .join('\n');
}

function helmUpgrade({ release }: PlanCluster): string | null {
  if (release === null) return null;
  const chart = release.chartVersion === null ? '' : `  --version ${shellWord(release.chartVersion)} \\\n`;
  return `helm upgrade ${shellWord(release.name)} cilium/cilium \\\n${chart}  -n ${shellWord(release.namespace)} \\\n  --reuse-values -f change.yaml`;
}

type Parts = {
  id: string;
  name: string;
  changes: readonly PlannedChange[];
  rules: readonly PlannedRule[];
  radius: BlastRadius;
  agents: readonly PlanAgent[];
  /** Names of CiliumNodeConfigs that go. */
  replaced: readonly string[];
};

/** Gives a plan as commands and as a text for a pull request. */
export function planCommands(request: PlanRequest, cluster: PlanCluster, parts: Parts): PlanCommands {
  const { changes, rules, radius, agents, name, replaced } = parts;
  const { namespace } = cluster;
  const asked: PlanChanges = Object.fromEntries(changes.map(({ key, to }) => [key, to]));
  const isChosen = request.nodes !== null;
  const trial = isChosen ? agents : agents.slice(0, 1);
  const manifest = nodeConfigText({ ...request, changes: asked }, trial, { namespace, name });
  const restart = isChosen ? restartChosen(agents, cluster) : restartCommand(cluster, radius);
  const removal = (one: string) => `kubectl -n ${shellWord(namespace)} delete ciliumnodeconfig ${one}`;
  const values = helmValuesText(
    changes.map(({ key, helm, to }) => {
      const knobs = agents.map(({ version }) => knobOf(key, version));
      return { path: helm, value: to, type: knobs.find((knob) => knob !== null)?.type ?? 'text' };
    }),
  );
  return {
    kubectl: isChosen
      ? 'kubectl apply -f change.yaml'
      : [patch(asked, cluster), ...replaced.map(removal)].join('\n'),
    restart,
    helmValues: values,
    helmUpgrade: isChosen ? null : helmUpgrade(cluster),
    nodeConfig: manifest,
    pullRequest: pullRequest(
      { id: parts.id, changes, rules, radius, nodes: request.nodes },
      isChosen ? (manifest ?? '') : values,
    ),
    undo: `${isChosen ? removal(name) : patch(before(asked, cluster), cluster)}\n${restart}`,
  };
}
