/** How much an item matters: `error` = traffic fails or is likely to; `warning` = something differs; `info` = good to know. */
export type AttentionSeverity = 'error' | 'warning' | 'info';

export type AttentionKind =
  | 'source'
  | 'agent-silent'
  | 'agent-not-ready'
  | 'no-agents'
  | 'unparsed'
  | 'version-skew'
  | 'settings-differ'
  | 'frontend'
  | 'names-missing';

/** One thing that wants a look, with what to open for it. */
export type AttentionItem = {
  /** Stable between calls for the same matter, so that lists keep their rows. */
  id: string;
  severity: AttentionSeverity;
  kind: AttentionKind;
  title: string;
  text: string;
  target: { node?: string; frontendKey?: string };
  sinceTimestamp: string | null;
};
