import { describe, expect, it } from 'vitest';
import { explainAbsence } from './absence';
import { fields } from './catalogue';
import { docsUrl } from './docs-page';
import { costsOf } from './field-entry';
import type { FieldId } from './field-id';
import { isFieldId } from './field-id';
import { readOutputLines } from './output-lines';
import { outputNotes } from './output-notes';
import { tell } from './passage';
import type { RecordedStatus } from './recorded-statuses.fixture';
import { bareContext, recordedAreHere, recordedStatuses } from './recorded-statuses.fixture';
import { inSpan } from './version-span';

const outputs = recordedStatuses();

/** Printed by no agent of a release: pre-releases, and values that only Cilium’s own tests make up. */
const unreleased = /^(Annotation|Testing-Only|Unknown|None)$/;

const isMadeUp = (path: string, topic: string) =>
  topic.startsWith('annotation-') && path.includes('/vectors/status/');

const depths = ['newcomer', 'expert'] as const;

/** What is wrong with the explanation of one line; empty where it is right. */
function faultsOf(
  { status, version, path, edited }: RecordedStatus,
  { line, topic }: { line: number; topic: FieldId },
): string[] {
  const entry = fields[topic];
  const value = entry.value(status);
  const context = bareContext(version);
  const faults: string[] = [];
  // The short line repeats Status; the annotations of computed outputs are made up.
  const ofItsVersion = !edited && line !== status.lines.kubeProxyReplacement && !isMadeUp(path, topic);
  if (version !== null && version.minor >= 10 && ofItsVersion)
    if (!entry.printed.some((span) => inSpan(version, span))) faults.push('is printed by other versions');
  for (const depth of depths) {
    const meaning =
      value.state === 'not-reported'
        ? explainAbsence(entry, status, context)
        : tell(entry.meaning(status, context), version, depth).join(' ');
    if (meaning.length <= 10) faults.push(`means nothing to a ${depth}`);
    if (/not known here|undefined|\(empty\)|NaN/.test(meaning)) faults.push(`means: ${meaning}`);
    if (tell(entry.why, version, depth).length === 0) faults.push(`has no reason for a ${depth}`);
    if (tell(costsOf(entry, status), version, depth).includes('')) faults.push('has an empty cost');
  }
  const branch =
    version === null ? 'stable' : version.minor > 20 ? 'latest' : `v${version.major}.${version.minor}`;
  if (!docsUrl(entry.docs, version).includes(`/en/${branch}/`))
    faults.push('has another version’s documentation');
  return faults;
}

describe.skipIf(!recordedAreHere)('every line of every recorded output', () => {
  it('opens an explanation that is right for its version, at both depths', () => {
    let explained = 0;
    const faults: string[] = [];
    for (const recorded of outputs)
      for (const { line, kind, topic } of readOutputLines(recorded.text, recorded.status.unparsed)) {
        const where = `${recorded.path}:${line}`;
        // What the parser does not read either is told by its own test, shared-outputs.test.ts.
        if (
          kind === 'unknown' &&
          !recorded.edited &&
          !recorded.status.unparsed.some((one) => one.line === line)
        )
          faults.push(`${where} has no entry`);
        if (kind !== 'topic' || topic === null || !isFieldId(topic)) continue;
        if (unreleased.test(fields[topic].value(recorded.status).text)) continue;
        explained += 1;
        faults.push(...faultsOf(recorded, { line, topic }).map((fault) => `${where} ${topic} ${fault}`));
      }
    expect(faults).toEqual([]);
    expect(explained).toBeGreaterThan(8_000);
  });

  it('is a field, has a note, or belongs to the line above it', () => {
    const notes = new Set<string>();
    const faults: string[] = [];
    for (const { path, text, status, version, edited } of outputs)
      for (const { line, kind, topic } of readOutputLines(text, status.unparsed)) {
        if (kind !== 'topic' && kind !== 'item') continue;
        if (topic === null) faults.push(`${path}:${line} has no topic`);
        else if (!isFieldId(topic)) {
          notes.add(topic);
          const { printed } = outputNotes[topic];
          if (version !== null && version.minor >= 10 && !edited && !inSpan(version, printed))
            faults.push(`${path}:${line} ${topic} is printed by other versions`);
        }
      }
    expect(faults).toEqual([]);
    expect(notes.size).toBeGreaterThan(20);
  });

  it('keeps its bytes', () => {
    const changed = outputs.filter(({ text, status }) => {
      const lines = readOutputLines(text, status.unparsed).map(({ label, value }) => label + value);
      return lines.join('\n') !== text.replace(/\n$/, '').replaceAll('\r\n', '\n');
    });
    expect(changed.map(({ path }) => path)).toEqual([]);
  });
});

it('marks a line that no Cilium prints as unknown, and what stands below it too', () => {
  const text = 'KVStore: Ok\nFlux: 1\n  Capacitor: on\nMasquerading:   Disabled\n';
  const lines = readOutputLines(text, [{ line: 2 }, { line: 3 }]);
  expect(lines.map(({ kind, topic }) => [kind, topic])).toEqual([
    ['topic', 'kvstore'],
    ['unknown', null],
    ['unknown', null],
    ['topic', 'masquerading'],
  ]);
});
