import { fields } from './catalogue';
import type { FieldEntry } from './field-entry';
import type { FieldId } from './field-id';
import { fieldIds } from './field-id';

/** One line of the "KubeProxyReplacement Details" block; `label` and `value` together are its bytes, unchanged. */
export type DetailsLine = {
  /** 1-based line of the whole output. */
  line: number;
  kind: 'head' | 'field' | 'item' | 'blank' | 'unknown';
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
function split(text: string): { lead: string; dashed: boolean; label: string; value: string } | null {
  const colon = text.indexOf(':');
  if (colon < 0) return null;
  const name = text.slice(0, colon).trim();
  const dashed = name.startsWith('- ');
  const after = text.slice(colon + 1);
  const gap = after.length - after.trimStart().length;
  return {
    lead: text.slice(0, colon + 1) + after.slice(0, gap),
    dashed,
    label: dashed ? name.slice(2).trim() : name,
    value: after.slice(gap),
  };
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
  let section: 'details' | 'nat46x64' | 'services' | 'annotations' = 'details';
  for (let index = first + 1; index < lines.length; index += 1) {
    const bytes = (lines[index] ?? '').replace(/\r$/, '');
    const line = index + 1;
    if (bytes.trim() === '') {
      read.push({ line, kind: 'blank', label: bytes, value: '', field: null });
      continue;
    }
    const parts = split(bytes);
    const dashed = bytes.trimStart().startsWith('- ');
    let field: FieldId | null = null;
    if (section === 'annotations' && dashed) {
      read.push({ line, kind: 'item', label: bytes, value: '', field: 'annotations' });
      continue;
    }
    if (parts !== null) {
      if (section === 'nat46x64' && (dashed || parts.label === 'Prefixes'))
        field = lookUp('nat46x64', parts.label);
      else if (section === 'services' && dashed) field = lookUp('services', parts.label);
      else if (!dashed) field = lookUp('details', parts.label);
    }
    if (field === null && !/^\s/.test(bytes)) break;
    if (field === 'nat46x64') section = parts?.value === '' ? 'nat46x64' : 'details';
    else if (field === 'services') section = 'services';
    else if (field === 'annotations') section = 'annotations';
    else if (field !== null && fields[field].block === 'details') section = 'details';
    read.push(
      field === null || parts === null
        ? { line, kind: 'unknown', label: bytes, value: '', field: null }
        : { line, kind: 'field', label: parts.lead, value: parts.value, field },
    );
  }
  while (read.at(-1)?.kind === 'blank') read.pop();
  return read;
}
