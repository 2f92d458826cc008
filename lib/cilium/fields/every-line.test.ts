import { describe, expect, it } from 'vitest';
import { explainAbsence } from './absence';
import { fields } from './catalogue';
import { docsUrl } from './docs-page';
import { costsOf } from './field-entry';
import { isFieldId } from './field-id';
import { readOutputLines } from './output-lines';
import { outputNotes } from './output-notes';
import { isOutputNoteId } from './output-notes';
import { tell } from './passage';
import { bareContext, recordedAreHere, recordedStatuses } from './recorded-statuses.fixture';
import { inSpan } from './version-span';

const outputs = recordedStatuses();

/** Printed by no agent of a release: pre-releases, and values that only Cilium’s own tests make up. */
const unreleased = /^(Annotation|Testing-Only|Unknown|None)$/;

const isMadeUp = (path: string, topic: string) =>
  topic.startsWith('annotation-') && path.includes('/vectors/status/');

describe.skipIf(!recordedAreHere)('every line of every recorded output', () => {
  it('opens an explanation that is right for its version, at both depths', () => {
    let explained = 0;
    for (const { path, text, status, version, edited } of outputs) {
      const context = bareContext(version);
      for (const { line, kind, topic } of readOutputLines(text, status.unparsed)) {
        const where = `${path}:${line}`;
        if (kind === 'unknown') {
          expect(edited || status.unparsed.some((one) => one.line === line), where).toBe(true);
          continue;
        }
        if (kind !== 'topic' || topic === null || !isFieldId(topic)) continue;
        const entry = fields[topic];
        const value = entry.value(status);
        if (unreleased.test(value.text)) continue;
        explained += 1;
        // The short line repeats Status; the annotations of computed outputs are made up.
        const ofItsVersion = !edited && line !== status.lines.kubeProxyReplacement && !isMadeUp(path, topic);
        if (version !== null && version.minor >= 10 && ofItsVersion)
          expect(
            entry.printed.some((span) => inSpan(version, span)),
            `${where} ${topic}`,
          ).toBe(true);
        for (const depth of ['newcomer', 'expert'] as const) {
          const meaning =
            value.state === 'not-reported'
              ? [explainAbsence(entry, status, context)]
              : tell(entry.meaning(status, context), version, depth);
          expect(meaning.join(' ').length, `${where} ${topic}`).toBeGreaterThan(10);
          expect(meaning.join(' '), `${where} ${topic}`).not.toMatch(
            /not known here|undefined|\(empty\)|NaN/,
          );
          expect(tell(entry.why, version, depth).length, `${where} why`).toBeGreaterThan(0);
          for (const cost of tell(costsOf(entry, status), version, depth)) expect(cost).not.toBe('');
        }
        const branch = version === null ? 'stable' : `v${version.major}.${version.minor}`;
        expect(docsUrl(entry.docs, version), where).toMatch(
          version !== null && version.minor > 20 ? '/en/latest/' : `/en/${branch}/`,
        );
      }
    }
    expect(explained).toBeGreaterThan(8_000);
  });

  it('is a field, has a note, or belongs to the line above it', () => {
    const notes = new Set<string>();
    for (const { path, text, status, version, edited } of outputs)
      for (const { line, kind, topic } of readOutputLines(text, status.unparsed)) {
        if (kind === 'unknown' && !edited)
          expect(
            status.unparsed.some((one) => one.line === line),
            `${path}:${line}`,
          ).toBe(true);
        if (kind !== 'topic' && kind !== 'item') continue;
        if (topic === null) expect.fail(`${path}:${line} has no topic`);
        else if (!isFieldId(topic)) {
          notes.add(topic);
          if (version !== null && version.minor >= 10 && !edited && isOutputNoteId(topic))
            expect(inSpan(version, outputNotes[topic].printed), `${path}:${line} ${topic}`).toBe(true);
        }
      }
    expect(notes.size).toBeGreaterThan(20);
  });

  it('keeps its bytes', () => {
    for (const { text, status } of outputs) {
      const lines = readOutputLines(text, status.unparsed).map(({ label, value }) => label + value);
      expect(lines.join('\n')).toBe(text.replace(/\n$/, '').replaceAll('\r\n', '\n'));
    }
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
