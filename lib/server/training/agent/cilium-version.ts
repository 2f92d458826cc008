/** A Cilium release. `text` is what the agent calls itself: `1.13.4`. */
export type CiliumVersion = { major: number; minor: number; patch: number; text: string };

/** Reads `1.13.4`, `v1.18.5-rc.0` or an image reference that ends in such a tag; null when there is none. */
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

/** True when `version` is `major.minor.patch` or later; what is left out counts as 0. */
export function atLeast(version: CiliumVersion, minor: number, patch = 0): boolean {
  if (version.major !== 1) return version.major > 1;
  return version.minor > minor || (version.minor === minor && version.patch >= patch);
}
