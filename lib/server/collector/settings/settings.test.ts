import { afterEach, describe, expect, it } from 'vitest';
import { article } from '@/lib/server/training/scenarios/article/article';
import { drift } from '@/lib/server/training/scenarios/drift';
import { dsrMaglev } from '@/lib/server/training/scenarios/dsr-maglev';
import { dualStack } from '@/lib/server/training/scenarios/dual-stack';
import type { TrainingCluster } from '@/lib/server/training/training-cluster';
import { settingsAlerts } from '@/lib/snapshot/settings-alerts';
import type { SettingsGroup, SettingsView, SettingView } from '@/lib/snapshot/settings-view';
import { settledView, startCollected, stopCollected } from '../collected-scenario.fixture';
import type { Collector } from '../collector';
import { untilQuiet } from '../until-quiet.fixture';

afterEach(stopCollected);

const settled = (collector: Collector, wanted: (view: SettingsView) => boolean) =>
  settledView(() => collector.settings(), wanted);

const groupOf = (view: SettingsView, node: string): SettingsGroup | undefined =>
  view.groups.find(({ nodes }) => nodes.includes(node));

function settingOn(view: SettingsView, node: string, key: string): SettingView | undefined {
  return groupOf(view, node)?.settings.find((setting) => setting.key === key);
}

const nodes = [1, 2, 3, 4].map((index) => `k8s-worker-0${index}`);
const answered = (view: SettingsView): boolean =>
  nodes.every((node) => typeof settingOn(view, node, 'bpf-lb-algorithm')?.realised === 'string');

function patch(cluster: TrainingCluster, data: Record<string, string>): void {
  cluster.api.patch('ConfigMap', 'cilium-config', 'kube-system', { data });
}

describe('settings of a cluster', () => {
  it('names the node whose value comes from a CiliumNodeConfig, and what the ConfigMap says instead', async () => {
    const { collector } = await startCollected(drift);
    const view = await settled(collector, answered);
    expect(settingOn(view, 'k8s-worker-04', 'bpf-lb-algorithm')).toMatchObject({
      desired: {
        value: 'random',
        source: { kind: 'node-config', object: 'CiliumNodeConfig kube-system/maglev-canary' },
        instead: { value: 'maglev', object: 'ConfigMap kube-system/cilium-config' },
      },
      realised: 'random',
      verdict: 'in-effect',
    });
    expect(settingOn(view, 'k8s-worker-01', 'bpf-lb-algorithm')).toMatchObject({
      desired: { value: 'maglev', instead: null },
      verdict: 'in-effect',
    });
    expect(groupOf(view, 'k8s-worker-04')?.rules.map(({ id }) => id)).toContain('4.6-CANARY');
  });

  it('says pending from the moment the ConfigMap is written, and fatal where no agent would start', async () => {
    const { cluster, collector } = await startCollected(drift);
    await settled(collector, answered);
    patch(cluster, { 'bpf-lb-mode': 'dsr', 'bpf-lb-external-clusterip': 'true' });
    const pending = await settled(
      collector,
      (view) => settingOn(view, 'k8s-worker-01', 'bpf-lb-mode')?.desired.value === 'dsr',
    );
    // DSR over the VXLAN tunnel of this cluster: the rule says more than the pending restart.
    expect(settingOn(pending, 'k8s-worker-01', 'bpf-lb-mode')).toMatchObject({
      realised: 'snat',
      verdict: 'fatal',
      rule: 'B3',
    });
    patch(cluster, { 'bpf-lb-mode': 'snat', 'bpf-lb-algorithm': 'random' });
    const view = await settled(
      collector,
      (now) => settingOn(now, 'k8s-worker-01', 'bpf-lb-algorithm')?.desired.value === 'random',
    );
    expect(settingOn(view, 'k8s-worker-01', 'bpf-lb-algorithm')?.verdict).toBe('pending-restart');
    expect(settingOn(view, 'k8s-worker-04', 'bpf-lb-algorithm')?.verdict).toBe('in-effect');
  });

  it('reads who owns the ConfigMap, and the values that were given to Helm', async () => {
    const { collector } = await startCollected(drift);
    const view = await settled(
      collector,
      (now) => answered(now) && now.configurations[0]?.helm.state === 'read',
    );
    expect(view.configurations).toMatchObject([
      {
        namespace: 'kube-system',
        configMap: {
          name: 'cilium-config',
          owner: { kind: 'helm', name: 'Helm release kube-system/cilium' },
        },
        nodeConfigs: ['maglev-canary'],
        helm: { state: 'read', revision: 1, chartVersion: '1.18.2' },
        problem: null,
      },
    ]);
    expect(settingOn(view, 'k8s-worker-01', 'bpf-lb-algorithm')?.helm).toEqual({
      path: 'loadBalancer.algorithm',
      value: 'maglev',
    });
    expect(settingOn(view, 'k8s-worker-01', 'bpf-lb-mode')?.helm).toEqual({
      path: 'loadBalancer.mode',
      value: null,
    });
  });

  it('tells that Secrets may not be read, and shows everything else', async () => {
    const { collector } = await startCollected(drift, 'operator');
    const view = await settled(
      collector,
      (now) => answered(now) && now.configurations[0]?.helm.state === 'unread',
    );
    expect(view.configurations[0]?.helm).toMatchObject({ state: 'unread', problem: { code: 'forbidden' } });
    expect(settingOn(view, 'k8s-worker-01', 'bpf-lb-algorithm')?.verdict).toBe('in-effect');
  });

  it('publishes the settings when they change, and not when they do not', { timeout: 60_000 }, async () => {
    const { cluster, collector } = await startCollected(drift);
    await settled(collector, answered);
    await untilQuiet(collector, ({ event }) => event === 'settings', { quietMs: 4_000 });
    const events: SettingsView[] = [];
    const end = collector.subscribe(collector.settings().revision, (event) => {
      if (event.event === 'settings') events.push(event.settings);
    });
    patch(cluster, { 'bpf-lb-map-max': '1000' });
    await settled(collector, () => events.length > 0);
    end();
    expect(
      settingOn(events[0] ?? collector.settings(), 'k8s-worker-01', 'bpf-lb-map-max')?.desired.value,
    ).toBe('1000');
  });

  it.each([article, dsrMaglev, dualStack])('alarms nobody where all is well: $name', async (scenario) => {
    const { collector } = await startCollected(scenario);
    const view = await settled(
      collector,
      ({ groups, unjudged }) =>
        groups.length > 0 &&
        unjudged.length === 0 &&
        groups.every(({ settings }) => settings.every(({ verdict }) => verdict !== 'unknown')),
    );
    expect(settingsAlerts(view)).toEqual([]);
  });
});
