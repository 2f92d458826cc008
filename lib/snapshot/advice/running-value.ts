import { nodePortOn } from '@/lib/cilium/fields/features';
import { ownValue } from '@/lib/cilium/settings/config-layers';
import { knobOf } from '@/lib/cilium/settings/knob-catalogue';
import { reportedValue } from '@/lib/cilium/settings/reported-value';
import type { AdviceFacts, AdvisedAgent } from './advice-facts';

/**
 * Gives the value of a key an agent runs with: what it reports, else what its configuration says, else the default of
 * its version. null: not known, or its version has no such key.
 */
export function runningValue({ status, config, version }: AdvisedAgent, key: string): string | null {
  const reported = reportedValue(key, status);
  if (reported !== null) return reported;
  const knob = knobOf(key, version);
  if (config === null || knob === null) return null;
  return ownValue(knob, config)?.trim() ?? knob.default;
}

/** The agents that serve clients from outside and run with one of these values. */
export function servingAgents(
  { agents }: AdviceFacts,
  key: string,
  values: readonly string[],
): AdvisedAgent[] {
  return agents.filter((agent) => {
    const value = nodePortOn(agent.status) === true ? runningValue(agent, key) : null;
    return value !== null && values.includes(value);
  });
}
