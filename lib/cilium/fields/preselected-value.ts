import type { AgentStatus } from '../agent-status';
import { replacement } from './features';
import type { Setting } from './setting';

/** True where an agent has the setting on because kube-proxy replacement is on, and the key changes nothing. */
export function isForcedOn({ forcedOn }: Setting, status: AgentStatus): boolean {
  return forcedOn === true && replacement(status) === 'full';
}

/** The value to begin a change with: another than `current`; never "off" where that would have no effect. */
export function preselectedValue(setting: Setting, current: string | null, status: AgentStatus): string {
  const { values } = setting;
  if (isForcedOn(setting, status) && values.includes('true')) return 'true';
  return values.find((value) => value !== (current ?? setting.default)) ?? values[0] ?? '';
}
