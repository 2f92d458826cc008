import { expect, it } from 'vitest';
import type { AgentStatus } from '../agent-status';
import { fields } from './catalogue';
import { isForcedOn, preselectedValue } from './preselected-value';

const statusOf = (mode: string): AgentStatus => ({
  kubeProxyReplacement: { mode, features: {} },
  sections: {},
  lines: {},
  unparsed: [],
});
const switches = ['socket-lb', 'session-affinity', 'external-ips', 'host-port', 'node-port'] as const;
const forced = switches.flatMap((id) => fields[id].settings.filter((setting) => setting.forcedOn === true));

it('begins with no switch-off that kube-proxy replacement overrules', () => {
  expect(new Set(forced.map(({ key }) => key)).size).toBe(6);
  for (const mode of ['Strict', 'True'])
    for (const setting of forced) {
      expect(isForcedOn(setting, statusOf(mode)), setting.key).toBe(true);
      expect(preselectedValue(setting, 'true', statusOf(mode)), setting.key).toBe('true');
    }
});

it('begins with the other value where the switch works', () => {
  for (const setting of forced) {
    expect(preselectedValue(setting, 'true', statusOf('Partial')), setting.key).toBe('false');
    expect(preselectedValue(setting, 'false', statusOf('False')), setting.key).toBe('true');
  }
});
