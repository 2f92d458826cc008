import type { AbsentRow } from '@/lib/learn/rows/absent-rows';
import type { RowReason } from '@/lib/learn/rows/row-reasons';

const aboutWords: Record<RowReason['about'], string> = {
  type: 'Why it is there',
  address: 'Its address',
  scope: 'Its scope',
  backends: 'Its backends',
  flags: 'What it carries',
  id: 'Its ID',
};

type RowExplanationProps = {
  /** The row as it is printed; null where there is none. */
  title: string | null;
  reasons: readonly RowReason[];
  absent: readonly AbsentRow[];
};

/** Why the chosen row is there and what each part of it says; below, which rows are not there, and why. */
export function RowExplanation({ title, reasons, absent }: RowExplanationProps) {
  return (
    <>
      {title !== null && (
        <section aria-label="The row in sight" aria-live="polite">
          <h2 className="mono text-body font-semibold wrap-anywhere">{title}</h2>
          <dl className="pt-1">
            {reasons.map(({ about, text }) => (
              <div
                key={about}
                className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3 border-t border-line py-1.5 max-desk:grid-cols-1"
              >
                <dt className="text-muted">{aboutWords[about]}</dt>
                <dd className="text-pretty">{text}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      {absent.length > 0 && (
        <section aria-labelledby="absent" className="pt-4">
          <h2 id="absent" className="pb-1 font-semibold">
            What is not there
          </h2>
          <dl>
            {absent.map(({ what, why }) => (
              <div
                key={what}
                className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3 border-t border-line py-1.5 max-desk:grid-cols-1"
              >
                <dt className="text-muted">{what}</dt>
                <dd className="text-pretty">{why}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}
