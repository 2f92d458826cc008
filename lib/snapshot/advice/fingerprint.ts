import type { AdviceEvidence, AdviceSubject } from './advice-view';

/** A cluster that grows is the same matter as long as it concerns every node. */
function textOf(subject: AdviceSubject): string {
  switch (subject.kind) {
    case 'agents':
      return subject.all ? 'all' : subject.nodes.join(' ');
    case 'service':
      return `${subject.namespace}/${subject.name}`;
    case 'frontend':
      return subject.frontendKey;
    case 'workload':
      return `${subject.namespace}/${subject.name} ${subject.all ? 'all' : subject.nodes.join(' ')}`;
  }
}

/** FNV-1a, 32 bits: it only has to tell one reader's evidence of yesterday from today's. */
function hash(text: string, basis: number): string {
  let value = basis;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193);
  }
  return (value >>> 0).toString(16).padStart(8, '0');
}

/** Gives a short text that is equal as long as the evidence is, in whatever order it stands. */
export function fingerprintOf(evidence: readonly AdviceEvidence[]): string {
  const lines = evidence.map(({ subject, key, value }) =>
    [subject.kind, textOf(subject), key, value].join('\n'),
  );
  const text = lines.sort().join('\n\n');
  return hash(text, 0x811c9dc5) + hash(text, 0x9747b28c);
}
