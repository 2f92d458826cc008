import { expect, it } from 'vitest';
import { settingsAlerts } from './settings-alerts';
import type { SettingsGroup, SettingsView, SettingView } from './settings-view';

const map = 'ConfigMap kube-system/cilium-config';

function setting(value: string, rest: Partial<SettingView> = {}): SettingView {
  return {
    key: 'bpf-lb-algorithm',
    name: 'Backend selection',
    desired: { value, source: { kind: 'config-map', object: map }, writtenAs: null, instead: null },
    realised: value,
    verdict: 'in-effect',
    reason: '',
    rule: null,
    since: null,
    helm: { path: 'loadBalancer.algorithm', value: null },
    ...rest,
  };
}

const group = (nodes: string[], settings: SettingView[], rules: SettingsGroup['rules'] = []) => ({
  nodes,
  namespace: 'kube-system',
  version: '1.18.2',
  settings,
  rules,
});

const view = (...groups: SettingsGroup[]): SettingsView => ({
  revision: 1,
  configurations: [],
  groups,
  unjudged: [],
});

const canary = setting('random', {
  desired: {
    value: 'random',
    source: { kind: 'node-config', object: 'CiliumNodeConfig kube-system/canary' },
    writtenAs: null,
    instead: { value: 'maglev', object: map },
  },
});

it('has nothing to say where every node runs what is desired', () => {
  expect(settingsAlerts(view(group(['a', 'b'], [setting('maglev')])))).toEqual([]);
});

it('names the nodes that an object of their own makes differ, and what the others are to run', () => {
  const [alert, ...rest] = settingsAlerts(
    view(group(['a', 'b', 'c'], [setting('maglev')]), group(['d'], [canary])),
  );
  expect(alert).toMatchObject({
    kind: 'node-config',
    nodes: ['d'],
    desired: 'random',
    object: 'CiliumNodeConfig kube-system/canary',
    others: { value: 'maglev', nodes: 3 },
  });
  expect(rest).toEqual([]);
  // The same for all nodes is no difference.
  expect(settingsAlerts(view(group(['a', 'b'], [canary])))).toEqual([]);
});

it('puts what is fatal before what is pending, and tells of a rule once for all its nodes', () => {
  const fatal: SettingsGroup['rules'] = [
    {
      id: 'B3',
      verdict: 'fatal',
      effect: 'fatal',
      message: 'Node Port "dsr" mode cannot be used with vxlan tunneling.',
      logged: null,
      keys: ['bpf-lb-mode'],
      forces: null,
      evidence: [],
    },
  ];
  const pending = setting('maglev', {
    realised: 'random',
    verdict: 'pending-restart',
    since: '2026-08-22T08:06:00Z',
  });
  const alerts = settingsAlerts(
    view(group(['b'], [pending], fatal), group(['a'], [pending, setting('x', { key: 'devices' })], fatal)),
  );
  expect(alerts.map(({ kind, nodes, rules }) => [kind, nodes, rules.map(({ id }) => id).join()])).toEqual([
    ['fatal', ['a', 'b'], 'B3'],
    ['pending-restart', ['a', 'b'], ''],
  ]);
});
