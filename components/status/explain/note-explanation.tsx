import { TextButton } from '@/components/ui/text-link';
import { fields } from '@/lib/cilium/fields/catalogue';
import type { FieldId } from '@/lib/cilium/fields/field-id';
import type { OutputNote, OutputNoteId } from '@/lib/cilium/fields/output-notes';
import { outputNotes } from '@/lib/cilium/fields/output-notes';
import { describeSpan } from '@/lib/cilium/fields/version-span';
import { Part } from './explanation-list';
import { Prose } from './prose';

type NoteExplanationProps = {
  id: OutputNoteId;
  /** What stands behind the label, null where this agent does not print the line. */
  printed: string | null;
  onField: (field: FieldId) => void;
};

/** What a line is that is no setting of kube-proxy replacement, and what it has to do with it. */
export function NoteExplanation({ id, printed, onField }: NoteExplanationProps) {
  const note: OutputNote = outputNotes[id];
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <h2 className="text-page font-semibold tracking-[-0.012em]">{note.label}</h2>
        <span className="font-mono text-lead wrap-anywhere text-accent-text">
          {printed ?? <span className="font-sans text-faint">not printed</span>}
        </span>
      </div>
      <p className="mt-1 max-w-[96ch] text-lead text-pretty">{note.what}</p>
      {note.bears !== '' && (
        <p className="mt-2 max-w-[100ch] text-pretty text-muted">
          <b className="font-semibold text-text">For Services</b> <Prose text={note.bears} />
        </p>
      )}
      {note.related.length > 0 && (
        <Part title="Related">
          <p className="flex flex-wrap gap-x-3">
            {note.related.map((related) => (
              <TextButton key={related} onClick={() => onField(related)}>
                {fields[related].title}
              </TextButton>
            ))}
          </p>
        </Part>
      )}
      <Part title="Versions">
        <p className="text-muted">Printed by {describeSpan(note.printed)}.</p>
      </Part>
    </>
  );
}
