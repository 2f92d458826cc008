import type { Release } from '@/lib/cilium/agent-version';

export { atLeast } from '@/lib/cilium/agent-version';

/** A Cilium release; `text` is what the agent calls itself: `1.13.4`. */
export type CiliumVersion = Release & { text: string };

/** Reads `1.13.4`, `1.18.5-rc.0` or an image reference with such a tag; null when there is none. */
export function parseCiliumVersion(text: string): CiliumVersion | null {
  const match = /(?:^|[:v])v?(\d+)\.(\d+)(?:\.(\d+))?((?:-[0-9A-Za-z.]+)*)(?:@|$)/.exec(text);
  if (match === null) return null;
  const [, major, minor, patch = '0', suffix = ''] = match;
  return {
    major: Number(major),
    minor: Number(minor),
    patch: Number(patch),
    text: `${major}.${minor}.${patch}${suffix}`,
  };
}
