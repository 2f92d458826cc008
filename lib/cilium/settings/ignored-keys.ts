import type { Release } from '../agent-version';
import { describeSpan } from '../fields/version-span';
import type { ConfigLayer } from './config-layers';
import { mergeLayers } from './config-layers';
import { isAliasOf, isKnownKey, knobOf, knobs } from './knob-catalogue';
import type { KnobVerdict } from './knob-verdict';

/** Names that only flags of load balancing begin with: what is not known among them is most likely misspelt. */
const ourPrefixes = /^(?:bpf-lb-|node-port-|nodeport-|kube-proxy-replacement)/;

/** Flags of load balancing beside the knobs: versions had them, and nothing else here depends on them. */
const oldFlags = new Set(['bpf-lb-bypass-fib-lookup', 'bpf-lb-dev-ip-addr-inherit']);

function whyIgnored(key: string): string {
  const spans = knobs
    .filter((knob) => knob.key === key)
    .sort((a, b) => ((a.until ?? '9') < (b.until ?? '9') ? -1 : 1));
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined)
    return 'No version known here has a flag of this name: agents ignore it without a word.';
  const span = describeSpan({ since: first.since, until: last.until });
  return `This version has no such flag (${span} had), so the agent ignores it without a word.`;
}

/** The keys that are set and that an agent of this version does not read. */
export function ignoredKeys(version: Release, layers: readonly ConfigLayer[]): KnobVerdict[] {
  return Object.entries(mergeLayers(layers)).flatMap(([key, value]) => {
    if (knobOf(key, version) !== null || isAliasOf(key, version) || oldFlags.has(key)) return [];
    if (!isKnownKey(key) && !ourPrefixes.test(key)) return [];
    const object = layers.findLast(({ data }) => data[key] !== undefined);
    return [
      {
        key,
        name: knobs.find((knob) => knob.key === key)?.name ?? key,
        desired: {
          value,
          source: { kind: object?.kind ?? 'config-map', object: object?.object ?? null },
          writtenAs: null,
          instead: null,
        },
        realised: null,
        verdict: 'ignored',
        reason: whyIgnored(key),
        rule: null,
        since: null,
      },
    ];
  });
}
