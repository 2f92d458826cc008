import { atLeast } from '../agent-version';
import type { Release } from '../agent-version';
import type { FrontendKey } from '../frontend';
import { frontendKey } from '../frontend';
import type { Doubt } from './doubt';
import type { ExpectedFrontend } from './expected-frontend';
import type { ExpectedGroup } from './expected-group';
import type { FrontendTemplate } from './frontends-of-service';

const claimedTwice: Doubt = { about: 'row', reason: 'claimed-twice' };

/** Who claims which frontend: the Service of each key, and the keys of a Service that another one claims as well. */
export type Claims = {
  owners: ReadonlyMap<FrontendKey, string>;
  contested: ReadonlyMap<string, ReadonlySet<FrontendKey>>;
};

/** Finds the frontends that two Services claim: an agent keeps the Service that it met first. */
export function claimsOf(groups: Iterable<ExpectedGroup>): Claims {
  const owners = new Map<FrontendKey, string>();
  const contested = new Map<string, Set<FrontendKey>>();
  for (const { key, claims } of groups) {
    for (const claim of claims) {
      const owner = owners.get(claim);
      if (owner === undefined) owners.set(claim, key);
      for (const party of owner === undefined || owner === key ? [] : [owner, key]) {
        contested.set(party, (contested.get(party) ?? new Set<FrontendKey>()).add(claim));
      }
    }
  }
  return { owners, contested };
}

/** Puts in doubt what another Service claims too; since v1.18 a Service is refused as a whole. */
export function doubtContested(
  { templates, claims }: ExpectedGroup,
  contested: ReadonlySet<FrontendKey>,
  version: Release,
): FrontendTemplate[] {
  return templates.map((template, index) =>
    atLeast(version, 18) || contested.has(claims[index] ?? '')
      ? { ...template, doubt: claimedTwice }
      : template,
  );
}

/** Puts in doubt those rows of a node's pods and policies that a Service, or another of them, claims too. */
export function doubtDoubles(
  rows: readonly ExpectedFrontend[],
  owners: Claims['owners'],
): ExpectedFrontend[] {
  const found = new Map<FrontendKey, ExpectedFrontend>();
  for (const row of rows) {
    const key = frontendKey(row);
    const doubled = owners.has(key) || found.has(key);
    found.set(key, doubled ? { ...row, doubt: claimedTwice } : row);
  }
  return [...found.values()];
}
