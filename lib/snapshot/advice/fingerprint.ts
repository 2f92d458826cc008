import { murmur3Hash128 } from '@/lib/cilium/maglev/murmur3';
import type { AdviceEvidence, AdviceSubject } from './advice-view';

/** A cluster that grows is the same matter as long as it concerns every node. */
function textOf(subject: AdviceSubject): string {
  const shown = 'nodes' in subject && subject.all ? { ...subject, nodes: [] } : subject;
  return JSON.stringify(Object.entries(shown).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Gives a short text that is equal as long as the evidence is, in whatever order it stands. */
export function fingerprintOf(evidence: readonly AdviceEvidence[]): string {
  const lines = evidence.map(({ subject, key, value }) => JSON.stringify([textOf(subject), key, value]));
  const bytes = new TextEncoder().encode(lines.sort().join('\n'));
  return murmur3Hash128(bytes, 0).h1.toString(16).padStart(16, '0');
}
