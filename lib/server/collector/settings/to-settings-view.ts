import { toProblem } from '@/lib/server/kube/kube-error';
import { isForNode } from '@/lib/snapshot/agreement/config-history';
import type {
  ConfigurationView,
  HelmReleaseView,
  SettingsGroup,
  SettingView,
} from '@/lib/snapshot/settings-view';
import { knobOf } from '@/lib/cilium/settings/knob-catalogue';
import type { KnobVerdict } from '@/lib/cilium/settings/knob-verdict';
import type { AgentVersion } from '@/lib/cilium/agent-version';
import type { AgentRecord } from '../agent-record';
import type { ConfigWatch } from '../agreement/config-watch';
import type { KnownRelease } from './helm-reader';
import type { AgentJudgement } from './judge-agent';

/** Gives where the agents of a namespace have their configuration from. `labels` are those of their nodes. */
export function toConfigurationView(
  namespace: string,
  config: Pick<ConfigWatch, 'historyOf' | 'problemOf'>,
  release: KnownRelease | null,
  labels: readonly Readonly<Record<string, string>>[],
): ConfigurationView {
  const latest = config.historyOf(namespace)?.latest ?? null;
  const problem = config.problemOf(namespace);
  return {
    namespace,
    configMap:
      latest === null
        ? null
        : {
            name: latest.map.name,
            writtenTimestamp: latest.map.writtenTimestamp,
            owner: latest.map.owner,
          },
    nodeConfigs: (latest?.nodeConfigs ?? [])
      .filter((one) => labels.some((ofNode) => isForNode(one, ofNode)))
      .map(({ name }) => name)
      .sort(),
    helm: toHelmView(release),
    problem: problem === null ? null : toProblem(problem),
  };
}

function toHelmView(known: KnownRelease | null): HelmReleaseView {
  if (known === null) return { state: 'none' };
  const { name, namespace, release, problem } = known;
  if (problem !== null) return { state: 'unread', name, namespace, problem };
  if (release === null) return { state: 'none' };
  return { state: 'read', name, namespace, revision: release.revision, chartVersion: release.chartVersion };
}

type HelmValues = Readonly<Record<string, string>> | null;

function withHelm(setting: KnobVerdict, version: AgentVersion, values: HelmValues): SettingView {
  const extra = `extraConfig.${setting.key}`;
  const own = knobOf(setting.key, version)?.helm ?? extra;
  // What stands in extraConfig is written last, over what the chart made of its own value.
  const path = values?.[extra] === undefined ? own : extra;
  return { ...setting, helm: { path, value: values?.[path] ?? null } };
}

/** Puts nodes together of which the same is to be said; the largest group first, and of equals the first by name. */
export function toSettingsGroups(
  agents: readonly { record: AgentRecord; judgement: AgentJudgement; key: string }[],
  valuesOf: (namespace: string) => HelmValues,
): SettingsGroup[] {
  const groups = new Map<string, SettingsGroup>();
  for (const { record, judgement, key } of agents) {
    if ('unjudged' in judgement) continue;
    const { version, judged } = judgement;
    const { namespace } = record.pod;
    const group = groups.get(key);
    if (group !== undefined) {
      group.nodes.push(record.node);
      continue;
    }
    const values = valuesOf(namespace);
    groups.set(key, {
      nodes: [record.node],
      namespace,
      version: version.text,
      settings: judged.settings.map((setting) => withHelm(setting, version, values)),
      rules: judged.rules,
    });
  }
  return [...groups.values()].sort((a, b) => b.nodes.length - a.nodes.length);
}
