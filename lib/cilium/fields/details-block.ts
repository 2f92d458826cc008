import { fields } from './catalogue';
import type { FieldEntry } from './field-entry';
import type { FieldId } from './field-id';
import { fieldIds } from './field-id';

/** One line of the "KubeProxyReplacement Details" block; `label` and `value` together are its bytes, unchanged. */
export type DetailsLine = {
  /** 1-based line of the whole output. */
  line: number;
  kind: 'head' | 'field' | 'blank' | 'unknown';
  label: string;
  value: string;
  field: FieldId | null;
};

const head = 'KubeProxyReplacement Details:';

const byLabel = new Map<string, FieldId>(
  fieldIds.flatMap((id) => fields[id].labels.map((label) => [`${fields[id].block}/${label}`, id] as const)),
);

function lookUp(block: FieldEntry['block'], label: string): FieldId | null {
  return byLabel.get(`${block}/${label}`) ?? null;
}

/** Splits a line at its first colon: indent, dash, label and the spaces after them | the value. */
function split(text: string): { lead: string; label: string; value: string } | null {
  const colon = text.indexOf(':');
  if (colon < 0) return null;
  const name = text.slice(0, colon).trim();
  const after = text.slice(colon + 1);
  const gap = after.length - after.trimStart().length;
  return {
    lead: text.slice(0, colon + 1) + after.slice(0, gap),
    label: name.startsWith('- ') ? name.slice(2).trim() : name,
    value: after.slice(gap),
  };
}

/** Tells the lines of the block apart, one after the other: the same label means another thing in another list. */
export class DetailsLineReader {
  #section: 'details' | 'nat46x64' | 'services' | 'annotations' = 'details';

  /** Says what one line is; null for a line of the first column that is none of the block. */
  read(text: string, line: number): DetailsLine | null {
    const bytes = text.replace(/\r$/, '');
    if (bytes.trim() === '') return { line, kind: 'blank', label: bytes, value: '', field: null };
    const dashed = bytes.trimStart().startsWith('- ');
    if (this.#section === 'annotations' && dashed) {
      const field = lookUp('annotations', bytes.trim().slice(2));
      return { line, kind: field === null ? 'unknown' : 'field', label: bytes, value: '', field };
    }
    const parts = split(bytes);
    const field = parts === null ? null : this.#fieldOf(parts.label, dashed);
    if (field === null && !/^\s/.test(bytes)) return null;
    if (field === 'nat46x64') this.#section = parts?.value === '' ? 'nat46x64' : 'details';
    else if (field === 'services') this.#section = 'services';
    else if (field === 'annotations') this.#section = 'annotations';
    else if (field !== null && fields[field].block === 'details') this.#section = 'details';
    return field === null || parts === null
      ? { line, kind: 'unknown', label: bytes, value: '', field: null }
      : { line, kind: 'field', label: parts.lead, value: parts.value, field };
  }

  #fieldOf(label: string, dashed: boolean): FieldId | null {
    if (this.#section === 'nat46x64' && (dashed || label === 'Prefixes')) return lookUp('nat46x64', label);
    return lookUp(dashed ? 'services' : 'details', label);
  }
}

/**
 * Finds the block in the text of `cilium status --verbose` and says which field each of its lines is.
 * Gives null where the output has no such block. Reads linearly and never throws.
 */
export function readDetailsBlock(text: string): DetailsLine[] | null {
  const lines = text.split('\n');
  const first = lines.findIndex((line) => line.trimEnd() === head);
  if (first < 0) return null;
  const read: DetailsLine[] = [
    { line: first + 1, kind: 'head', label: lines[first] ?? '', value: '', field: null },
  ];
  const reader = new DetailsLineReader();
  for (let index = first + 1; index < lines.length; index += 1) {
    const line = reader.read(lines[index] ?? '', index + 1);
    if (line === null) break;
    read.push(line);
  }
  while (read.at(-1)?.kind === 'blank') read.pop();
  return read;
}
