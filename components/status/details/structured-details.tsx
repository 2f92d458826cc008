import { clsx } from 'clsx';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import { fields } from '@/lib/cilium/fields/catalogue';
import type { FieldId } from '@/lib/cilium/fields/field-id';
import { fieldIds } from '@/lib/cilium/fields/field-id';

type StructuredDetailsProps = {
  status: AgentStatus;
  selected: FieldId;
  onSelect: (field: FieldId) => void;
};

/** The same fields where only JSON was answered: values in our own table, said so, not dressed up as the agent’s text. */
export function StructuredDetails({ status, selected, onSelect }: StructuredDetailsProps) {
  const rows = fieldIds
    .filter((id) => fields[id].path !== null)
    .map((id) => ({ id, value: fields[id].value(status) }))
    .filter(({ value }) => value.state !== 'not-reported');
  return (
    <ul className="py-2 font-sans text-body">
      {rows.map(({ id, value }) => (
        <li key={id}>
          <button
            type="button"
            aria-current={id === selected}
            onClick={() => onSelect(id)}
            className={clsx(
              'grid min-h-6 w-full grid-cols-[11.5rem_1fr] px-3.5 text-left max-desk:min-h-11 max-desk:items-center',
              id === selected ? 'bg-accent-soft text-accent-text' : 'hover:bg-row-hover',
            )}
          >
            <span className={clsx(id !== selected && 'text-muted')}>{fields[id].title}</span>
            <span className="mono leading-5 wrap-anywhere">{value.text}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
