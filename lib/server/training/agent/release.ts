import type { CiliumVersion } from './cilium-version';

/** What a build of Cilium says of itself (`cilium version`). */
export type Release = { revision: string; date: string; goVersion: string };

/** Revisions as published agents print them, or the release's tag names them; dates and Go versions of those that published outputs name. */
const revisions: Record<string, string> = {
  '1.13.4': '4061cdfc',
  '1.15.1': 'a368c8f0',
  '1.15.5': '8c7e442c',
  '1.16.4': '03807242',
  '1.16.5': 'ad688277',
  '1.16.19': '011fab6e',
  '1.17.7': '621ebf56',
  '1.18.0': '274205f0',
  '1.18.2': '5bd307a8',
  '1.18.11': '617b6b49',
  '1.19.0': '7c6667e1',
  '1.19.1': 'd0d0c879',
  '1.19.5': '20eaccfe',
  '1.20.0': '450c5314',
  '1.20.1': '7d68cfb3',
};

/** Month each minor release came out, and the Go release it is built with: enough for a plausible date. */
const minors: Record<number, { month: string; goVersion: string }> = {
  10: { month: '2021-05', goVersion: 'go1.16.4' },
  11: { month: '2021-12', goVersion: 'go1.17.3' },
  12: { month: '2022-07', goVersion: 'go1.18.4' },
  13: { month: '2023-06', goVersion: 'go1.19.10' },
  14: { month: '2023-07', goVersion: 'go1.20.6' },
  15: { month: '2024-01', goVersion: 'go1.21.6' },
  16: { month: '2024-07', goVersion: 'go1.22.5' },
  17: { month: '2025-02', goVersion: 'go1.23.6' },
  18: { month: '2025-07', goVersion: 'go1.24.4' },
  19: { month: '2026-02', goVersion: 'go1.25.6' },
  20: { month: '2026-07', goVersion: 'go1.26.0' },
};

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

/** Gives the build of a version; a revision nobody published is derived from the version's name. */
export function releaseOf(version: CiliumVersion): Release {
  const hash = hashOf(version.text);
  const { month, goVersion } = minors[version.minor] ?? { month: '2026-08', goVersion: 'go1.26.1' };
  const day = String(1 + (hash % 27)).padStart(2, '0');
  const hour = String(hash % 24).padStart(2, '0');
  return {
    revision: revisions[version.text] ?? hash.toString(16).padStart(8, '0'),
    date: `${month}-${day}T${hour}:02:33+00:00`,
    goVersion,
  };
}
