import type { DifferenceKind } from './row-difference';
import type { Severity } from './severity';

const sentences: Readonly<Record<DifferenceKind, Partial<Record<Severity, string>>>> = {
  'leftover-backend': {
    critical:
      'New connections are still sent there: that share of them fails, whatever the other nodes and every readiness signal say.',
    low: 'It takes no new connections; those that are open may already be dead.',
  },
  'missing-backend': {
    high: 'The node has nobody to send new connections to: they are refused or dropped there.',
    medium: 'The other backends take its share of the connections through this node.',
    low: 'It would take no new connections; those that are open may be cut.',
  },
  'wrong-state': {
    critical: 'New connections are sent to a backend that no longer serves: that share of them fails.',
    high: 'The node has nobody to send new connections to: they are refused or dropped there.',
    medium: 'Connections through this node are shared out differently than through the others.',
    low: 'It takes no new connections either way.',
  },
  'quarantined-backend': {
    high: 'Health checks from this node fail for every backend: connections through it find nobody.',
    medium: 'Health checks from this node fail: it sends no new connections there, other nodes may.',
  },
  'leftover-row': {
    medium: 'An address that should be gone still takes connections on this node.',
    low: 'The address leads nowhere: connections to it are refused instead of routed.',
  },
  'missing-row': {
    high: 'Connections to this address fail on this node, or leave it untranslated.',
  },
  'wrong-type': {
    low: 'Traffic is sent to the same backends; where it is accepted from, and how answers return, may differ.',
  },
  'nodes-disagree': {
    medium: 'Which backend a connection reaches depends on the node it arrives at.',
  },
};

/** What a difference means for traffic, as a sentence. */
export function consequenceOf(kind: DifferenceKind, severity: Severity): string {
  const ofKind = sentences[kind];
  return ofKind[severity] ?? Object.values(ofKind)[0] ?? '';
}
