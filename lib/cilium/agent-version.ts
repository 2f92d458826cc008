import type { AgentStatus } from './agent-status';

/** The numbers of a release; a pre-release has those of the release it leads to. */
export type Release = { major: number; minor: number; patch: number };

/** A version of the agent; `suffix` is what follows the numbers: `rc.1`, `dev`, a vendor's `cee.1`. */
export type AgentVersion = Release & { suffix: string; text: string };

/** Suffixes of versions that come before the release they are named after; a vendor's own come with it. */
const preReleases = /^(?:dev|pre|rc|alpha|beta|snapshot)/;

/** Reads `1.13.4`, `v1.18.0-rc.1`, `1.17.6-cee.1`, `1.17-dev`; null for anything else. */
export function parseAgentVersion(text: string): AgentVersion | null {
  const match = /^v?((\d{1,4})\.(\d{1,4})(?:\.(\d{1,6}))?(?:[-+](\S{1,64}))?)$/.exec(text.trim());
  if (match?.[1] === undefined) return null;
  const [, full, major, minor, patch, suffix] = match;
  return {
    major: Number(major),
    minor: Number(minor),
    patch: Number(patch ?? 0),
    suffix: suffix ?? '',
    text: full,
  };
}

/**
 * Gives the version an agent names in `.cilium.msg`, `1.13.4 (v1.13.4-4061cdfc)`.
 * @returns null where it names none: a build without version (`(v-)`), the texts of start-up and of failures.
 */
export function agentVersionOf(status: Pick<AgentStatus, 'cilium'>): AgentVersion | null {
  const msg = status.cilium?.msg ?? '';
  const match = /^(\S{1,80}) \(v/.exec(msg);
  return match?.[1] === undefined ? null : parseAgentVersion(match[1]);
}

/** Orders versions, a pre-release before its release; a vendor's suffix makes no difference. */
export function compareAgentVersions(a: AgentVersion, b: AgentVersion): number {
  return (
    a.major - b.major ||
    a.minor - b.minor ||
    a.patch - b.patch ||
    Number(preReleases.test(b.suffix)) - Number(preReleases.test(a.suffix))
  );
}

/** True when a release is 1.`minor`.`patch` or later; pre-releases count as what they lead to. */
export function atLeast(version: Release, minor: number, patch = 0): boolean {
  if (version.major !== 1) return version.major > 1;
  return version.minor > minor || (version.minor === minor && version.patch >= patch);
}
