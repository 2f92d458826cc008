import { clsx } from 'clsx';
import { StateMark } from '@/components/ui/state-mark';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import { fields } from '@/lib/cilium/fields/catalogue';
import type { FieldId } from '@/lib/cilium/fields/field-id';
import { fieldIds } from '@/lib/cilium/fields/field-id';
import type { FieldValue } from '@/lib/cilium/fields/field-value';
import type { LineRemark } from './line-remark';

type StructuredDetailsProps = {
  status: AgentStatus;
  selected: string;
  remarkOf: (field: FieldId) => LineRemark | null;
  onSelect: (field: FieldId) => void;
};

/** Which fields stand together, in the order of a packet’s way. */
const sections: readonly { title: string; ids: readonly FieldId[] }[] = [
  { title: 'Replacement', ids: ['status', 'devices'] },
  {
    title: 'At the socket',
    ids: ['socket-lb', 'socket-lb-protocols', 'socket-lb-coverage', 'socket-lb-tracing'],
  },
  {
    title: 'From outside',
    ids: [
      'mode',
      'dsr-dispatch-mode',
      'backend-selection',
      'xdp-acceleration',
      'session-affinity',
      'graceful-termination',
    ],
  },
  {
    title: 'Services',
    ids: ['cluster-ip', 'node-port', 'load-balancer', 'external-ips', 'host-port', 'annotations'],
  },
  {
    title: 'Between families',
    ids: ['nat46x64', 'nat46x64-services', 'nat46x64-gateway', 'nat46x64-prefixes'],
  },
  {
    title: 'Around it',
    ids: ['routing', 'host-routing', 'masquerading', 'attach-mode', 'device-mode', 'bpf-maps'],
  },
  { title: 'Health', ids: ['controllers', 'cluster-health'] },
];

/** The same facts in a table of ours: for reading without the raw text, and where only JSON was answered. */
export function StructuredDetails({ status, selected, remarkOf, onSelect }: StructuredDetailsProps) {
  const values = new Map<FieldId, FieldValue>(fieldIds.map((id) => [id, fields[id].value(status)]));
  const isReported = (id: FieldId) => values.get(id)?.state !== 'not-reported';
  const missing = sections.flatMap(({ ids }) => ids.filter((id) => !isReported(id)));
  return (
    <div className="py-1 font-sans text-body">
      {sections.map(({ title, ids }) => {
        const shown = ids.filter(isReported);
        return shown.length === 0 ? null : (
          <section key={title} aria-label={title}>
            <h2 className="px-3.5 pt-2 pb-0.5 text-label text-faint">{title}</h2>
            <ul>
              {shown.map((id) => (
                <Row
                  key={id}
                  id={id}
                  value={values.get(id)}
                  selected={id === selected}
                  remark={remarkOf(id)}
                  onSelect={onSelect}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {missing.length > 0 && (
        <p className="px-3.5 pt-2.5 pb-1.5 text-small text-pretty text-faint">
          Not reported:{' '}
          {missing.map((id, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <button
                type="button"
                onClick={() => onSelect(id)}
                className={clsx('hover:text-text hover:underline', id === selected && 'text-accent-text')}
              >
                {fields[id].title}
              </button>
            </span>
          ))}
          . That is not the same as off.
        </p>
      )}
    </div>
  );
}

type RowProps = {
  id: FieldId;
  value: FieldValue | undefined;
  selected: boolean;
  remark: LineRemark | null;
  onSelect: (field: FieldId) => void;
};

function Row({ id, value, selected, remark, onSelect }: RowProps) {
  return (
    <li>
      <button
        type="button"
        aria-current={selected}
        onClick={() => onSelect(id)}
        className={clsx(
          'grid min-h-6 w-full grid-cols-[11.5rem_1fr] px-3.5 text-left max-desk:min-h-11 max-desk:grid-cols-[9rem_1fr] max-desk:items-center',
          selected ? 'bg-accent-soft text-accent-text' : 'hover:bg-row-hover',
        )}
      >
        <span className={clsx(!selected && 'text-muted')}>{fields[id].title}</span>
        <span className="flex items-baseline gap-2">
          <span className="mono leading-5 wrap-anywhere">{value?.text}</span>
          {remark !== null && (
            <span
              title={remark.title}
              className="ml-auto inline-flex flex-none items-center gap-1.5 text-label font-medium text-warn"
            >
              <StateMark mark="differs" tone="warn" label={null} />
              {remark.text}
            </span>
          )}
        </span>
      </button>
    </li>
  );
}
