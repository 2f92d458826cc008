import type { DesignReason } from '@/lib/cilium/agreement/reason-to-differ';
import type { Patience, PatienceReason } from '@/lib/cilium/agreement/judge-divergence';
import type { DifferenceKind } from '@/lib/cilium/agreement/row-difference';
import type { Severity } from '@/lib/cilium/agreement/severity';
import type { DoubtReason } from '@/lib/cilium/expected-frontends/doubt';
import type { FrontendKey } from '@/lib/cilium/frontend';
import type { ServiceRef } from './frontend-view';

/** One divergence of one frontend, or of agents' settings (`key` null): who, what, since when. */
export type DivergenceView = {
  key: FrontendKey | null;
  service: ServiceRef | null;
  kind: DifferenceKind | 'settings-differ';
  severity: Severity;
  /** The nodes that differ, sorted. */
  nodes: string[];
  /** What differs, as a sentence that names nodes and backend. */
  difference: string;
  /** What it does to traffic. */
  consequence: string;
  /** Why it came to be, where that is known. */
  explanation: string | null;
  /** When it was first seen (RFC 3339). */
  since: string;
};

/** Nodes differ, and that is no problem: by design, or not for long enough. Services' rows of one reason stand as one. */
export type ExpectedDivergenceView = {
  /** One of its frontends. */
  key: FrontendKey;
  /** How many frontends it concerns. */
  frontends: number;
  service: ServiceRef | null;
  kind: DifferenceKind | 'own-rows';
  reason: DesignReason | PatienceReason;
  nodes: string[];
  /** What differs, as a sentence. */
  difference: string;
  /** Why that is expected, as a sentence. */
  explanation: string;
  /** When it was first seen; null for what is by design. */
  since: string | null;
};

/** Why an agent's table is compared with nothing. */
export type UnjudgedAgentReason =
  'no-answer' | 'old-answer' | 'status-unread' | 'version-unknown' | 'node-unknown' | 'objects-unread';

/** `GET /api/v1/agreement`: whether agents have what they must have. */
export type AgreementView = {
  revision: number;
  /** The oldest of the answers that are compared (RFC 3339); null where there is none. */
  checkedAt: string | null;
  agents: {
    total: number;
    /** Agents whose table is compared. */
    judged: number;
    unjudged: { node: string; reason: UnjudgedAgentReason }[];
  };
  /** Frontends that some agent has or must have. */
  frontends: {
    total: number;
    /** Every agent that is compared has what it must have. */
    agreed: number;
    differing: number;
    /** Some of it cannot be judged from what may be read. */
    unjudged: number;
    doubts: { reason: DoubtReason; frontends: number; explanation: string }[];
  };
  /** Kinds of objects without which nothing can be judged, and which may not be read. */
  missingKinds: string[];
  /** How long what differs is given before it is a problem. */
  patience: Patience;
  /** The gravest first, then what has lasted longest; the first 1,000 of `problemCount`. */
  problems: DivergenceView[];
  problemCount: number;
  /** The first 1,000 of `expectedCount`. */
  expected: ExpectedDivergenceView[];
  expectedCount: number;
};

/** The agreement as it is pushed: what is expected comes and goes with every change, and few read it. */
export type AgreementSummary = Omit<AgreementView, 'expected'>;
