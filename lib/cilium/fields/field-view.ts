import type { Release } from '../agent-version';
import { parseAgentVersion } from '../agent-version';
import { fields } from './catalogue';
import { docsUrl } from './docs-page';
import type { FieldEntry, Misunderstanding } from './field-entry';
import type { FieldId } from './field-id';
import { fieldIds } from './field-id';
import type { Passage, ValuePassage } from './passage';
import type { Setting } from './setting';
import type { VersionSpan } from './version-span';
import { inSpan } from './version-span';

/** A passage as `GET /api/v1/fields` gives it; `expert` is empty where it says no more. */
export type PassageView = { text: string; expert: string } & VersionSpan;

/** One line of `cilium status` as `GET /api/v1/fields` explains it, without an agent’s value. */
export type FieldView = {
  id: FieldId;
  title: string;
  labels: string[];
  block: FieldEntry['block'];
  path: string | null;
  printed: VersionSpan[];
  /** Whether the version that was asked for prints it; null where none was. */
  printedThere: boolean | null;
  printedWhen: string;
  what: PassageView[];
  why: PassageView[];
  /** `when`: the values it holds for; null for every value. */
  costs: (PassageView & { when: string[] | null })[];
  misunderstood: ({ claim: string; truth: string; expert: string } & VersionSpan)[];
  prerequisites: PassageView[];
  settings: Setting[];
  /** A pattern for grep that finds the line in `status --verbose`. */
  grep: string;
  checks: ({ args: string[]; shows: string } & VersionSpan)[];
  versions: string[];
  docs: string;
  related: FieldId[];
};

/** `GET /api/v1/fields`. */
export type FieldList = { version: string | null; items: FieldView[] };

function spanOf({ since, until }: VersionSpan): VersionSpan {
  return { ...(since === undefined ? {} : { since }), ...(until === undefined ? {} : { until }) };
}

function toPassage(passage: Passage): PassageView {
  if (typeof passage === 'string') return { text: passage, expert: '' };
  return { text: passage.text, expert: passage.expert ?? '', ...spanOf(passage) };
}

function toCost(cost: ValuePassage): FieldView['costs'][number] {
  const when = typeof cost !== 'string' && 'when' in cost ? [...cost.when] : null;
  return { ...toPassage(cost), when };
}

const toMisunderstanding = ({ claim, truth, expert, ...span }: Misunderstanding) => ({
  claim,
  truth,
  expert: expert ?? '',
  ...spanOf(span),
});

/** Later than any patch: what is asked for without one is its newest release. */
const newestPatch = 999;

/** Reads `1.18`, its newest patch, or `1.18.2`; null for anything else. */
export function releaseAskedFor(text: string): Release | null {
  const version = parseAgentVersion(text);
  if (version === null) return null;
  const { major, minor, patch } = version;
  return { major, minor, patch: /^v?\d+\.\d+$/.test(text) ? newestPatch : patch };
}

/**
 * Gives the catalogue as data: for every version, or only what holds for `version`. Sentences about an agent’s value
 * need that agent and are not in it.
 */
export function fieldList(version: Release | null): FieldList {
  const patch = version === null || version.patch === newestPatch ? '' : `.${version.patch}`;
  const holds = (one: string | VersionSpan) =>
    version === null || typeof one === 'string' || inSpan(version, one);
  return {
    version: version === null ? null : `${version.major}.${version.minor}${patch}`,
    items: fieldIds.map((id): FieldView => {
      const entry = fields[id];
      return {
        id,
        title: entry.title,
        labels: [...entry.labels],
        block: entry.block,
        path: entry.path,
        printed: entry.printed.map(spanOf),
        printedThere: version === null ? null : entry.printed.some((span) => inSpan(version, span)),
        printedWhen: entry.printedWhen,
        what: [entry.what].filter(holds).map(toPassage),
        why: entry.why.filter(holds).map(toPassage),
        costs: entry.costs.filter(holds).map(toCost),
        misunderstood: entry.misunderstood.filter(holds).map(toMisunderstanding),
        prerequisites: entry.prerequisites.filter(holds).map(toPassage),
        settings: entry.settings.filter(holds).map((setting) => ({ ...setting })),
        grep: entry.grep,
        checks: (entry.checks ?? [])
          .filter(holds)
          .map(({ args, shows, ...span }) => ({ args: [...args], shows, ...spanOf(span) })),
        versions: [...entry.versions],
        docs: docsUrl(entry.docs, version),
        related: [...entry.related],
      };
    }),
  };
}
