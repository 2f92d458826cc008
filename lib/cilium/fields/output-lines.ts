import { isNotice } from '../notices';
import { fields } from './catalogue';
import type { DetailsLine } from './details-block';
import { DetailsLineReader, readDetailsBlock } from './details-block';
import type { FieldId } from './field-id';
import { fieldIds } from './field-id';
import type { OutputNoteId } from './output-notes';
import { outputNoteIds, outputNotes } from './output-notes';

/** What a line can be explained under: a field of the catalogue, or a note. */
export type Topic = FieldId | OutputNoteId;

/** One line of `cilium status`; `label` and `value` together are its bytes, unchanged. */
export type OutputLine = {
  /** 1-based. */
  line: number;
  /** `item` belongs to the line above that has the same topic; `notice` is not the agent’s own. */
  kind: 'topic' | 'item' | 'head' | 'blank' | 'notice' | 'unknown';
  label: string;
  value: string;
  topic: Topic | null;
};

/** The short line repeats Status and Devices. */
const shortLine = 'KubeProxyReplacement';

const topics: ReadonlyMap<string, Topic> = new Map<string, Topic>([
  ...outputNoteIds.map((id) => [outputNotes[id].label, id] as const),
  ...fieldIds.flatMap((id) =>
    fields[id].block === 'output' ? fields[id].labels.map((label) => [label, id] as const) : [],
  ),
  [shortLine, 'status'],
]);

/** Splits a line of the first column at the end of its label. */
function splitTopLevel(text: string): { topic: Topic; label: string; value: string } | null {
  const colon = text.indexOf(':');
  const topic = colon <= 0 ? undefined : topics.get(text.slice(0, colon));
  if (topic === undefined) return null;
  const after = text.slice(colon + 1);
  const gap = after.length - after.trimStart().length;
  return { topic, label: text.slice(0, colon + 1) + after.slice(0, gap), value: after.slice(gap) };
}

function ofDetails({ line, kind, label, value, field }: DetailsLine): OutputLine {
  return { line, kind: kind === 'field' ? 'topic' : kind, label, value, topic: field };
}

/**
 * Says of each line of `cilium status`, short or `--verbose`, under what it is explained. Lines that `parseStatus`
 * did not read are unknown (`unparsed`, by number); what it read below a known line belongs to that line. Lines of the
 * details are known without their heading too, as in a copy that somebody cut.
 */
export function readOutputLines(text: string, unparsed: readonly { line: number }[]): OutputLine[] {
  const details = new Map((readDetailsBlock(text) ?? []).map((line) => [line.line, line]));
  const unread = new Set(unparsed.map(({ line }) => line));
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  const cut = new DetailsLineReader();
  let above: Topic | null = null;
  return lines.map((bytes, index): OutputLine => {
    const line = index + 1;
    const plain = { line, label: bytes, value: '', topic: null };
    const known = details.get(line);
    if (known !== undefined)
      return unread.has(line) ? { ...ofDetails(known), kind: 'unknown' } : ofDetails(known);
    if (bytes.trim() === '') return { ...plain, kind: 'blank' };
    if (isNotice(bytes)) return { ...plain, kind: 'notice' };
    if (unread.has(line)) return { ...plain, kind: 'unknown' };
    const top = splitTopLevel(bytes);
    if (top !== null) {
      above = top.topic;
      return { line, kind: 'topic', ...top };
    }
    const ofCut = above === null ? cut.read(bytes, line) : null;
    if (ofCut !== null) return ofDetails(ofCut);
    return above === null ? { ...plain, kind: 'unknown' } : { ...plain, kind: 'item', topic: above };
  });
}
