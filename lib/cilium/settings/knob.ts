import type { VersionSpan } from '../fields/version-span';

/** How the agent reads a value. A `word` is one of `values`; a `list` is parted by blanks or commas. */
export type KnobType = 'bool' | 'word' | 'int' | 'uint' | 'text' | 'list' | 'duration';

/**
 * One start-up flag of the agent that load balancing depends on, for the versions of its span
 * (cilium-config.md, section 1). A key whose default, values or Helm value changed has an entry for each span;
 * spans of one key never overlap. Every change needs the agent to start again.
 */
export type Knob = VersionSpan & {
  /** Key in the ConfigMap `cilium-config`, and flag of the agent. */
  key: string;
  /** As a sentence names it. */
  name: string;
  /** Path of the Helm value; null where the chart has none and `extraConfig` must carry the key. */
  helm: string | null;
  type: KnobType;
  /** Every allowed value of a `word`, and the sizes a Maglev table may have. */
  values?: readonly string[];
  /** What holds when the key is absent; null where the agent computes it. */
  default: string | null;
  /** An older name of the flag that these versions take as well. */
  alias?: string;
};
