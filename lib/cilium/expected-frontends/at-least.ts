import type { AgentVersion } from '../fields/agent-version';

/** True when an agent is of 1.`minor`.`patch` or later. */
export function atLeast(version: AgentVersion, minor: number, patch = 0): boolean {
  if (version.major !== 1) return version.major > 1;
  return version.minor > minor || (version.minor === minor && version.patch >= patch);
}
