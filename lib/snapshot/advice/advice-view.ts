import type { FieldId } from '@/lib/cilium/fields/field-id';

/** Whom a piece of evidence is about. `all` is true where `nodes` are those of every agent that was looked at. */
export type AdviceSubject =
  | { kind: 'agents'; nodes: string[]; all: boolean }
  | { kind: 'service'; namespace: string; name: string }
  /** A row no Service is known of, by its key. */
  | { kind: 'frontend'; frontendKey: string }
  /** Pods by what they belong to, and the nodes they run on. */
  | { kind: 'workload'; namespace: string; name: string; nodes: string[]; all: boolean };

/**
 * Who says so. `reported`: the agents do, or their tables. `configured`: `cilium-config` does, or the default of the
 * version; agents print nothing of it. `api`: the object does.
 */
export type EvidenceSource = 'reported' | 'configured' | 'api';

/** One fact out of this cluster: of whom, what, and its value as it stands there. */
export type AdviceEvidence = {
  subject: AdviceSubject;
  source: EvidenceSource;
  /** A key of `cilium-config`, a field or an annotation of the object, or what was counted. */
  key: string;
  value: string;
};

/** `warn`: it does harm, or will where traffic meets it. `info`: there is something better, or something to make sure of. */
export type AdviceSeverity = 'warn' | 'info';

/** What one rule found. */
export type AdviceFinding = {
  severity: AdviceSeverity;
  /** Why it matters, in one or two sentences. */
  reason: string;
  /** The weightiest first. */
  evidence: AdviceEvidence[];
  /** What to do. */
  todo: string;
};

/** One piece of advice as it is shown. */
export type AdviceItem = AdviceFinding & {
  /** The id of its rule: one rule speaks once. */
  id: string;
  title: string;
  /** The line of `cilium status` that explains the matter. */
  field: FieldId;
  /** An issue of cilium/cilium that tells more. */
  issue: number | null;
  /** All there is, of which `evidence` may be the first part. */
  evidenceCount: number;
  /** Equal as long as all the evidence is. */
  fingerprint: string;
};

/** What a rule would have to see, and what may not be seen or is not there yet. */
export type AdviceGap = 'services' | 'pods' | 'nodes' | 'configuration';

/** `GET /api/v1/advice`. */
export type AdviceView = {
  revision: number;
  /** How many rules were looked at. */
  ruleCount: number;
  /** `known` gave a status of the version they run. */
  agents: { total: number; known: number };
  /** Where there are any, rules that need them say nothing. */
  gaps: AdviceGap[];
  /** What does harm first. */
  items: AdviceItem[];
};
