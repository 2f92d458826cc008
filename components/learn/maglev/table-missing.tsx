import { formatCount } from '@/lib/format';

type TableMissingProps = { hasFailed: boolean; size: number };

/** Stands where the table will be, or says why it will not. */
export function TableMissing({ hasFailed, size }: TableMissingProps) {
  return (
    <div className="grid min-h-104 place-items-center bg-sunken">
      <p className="max-w-[28rem] px-4 text-pretty text-muted" role={hasFailed ? 'alert' : 'status'}>
        {hasFailed
          ? 'The table could not be built: this browser did not start the worker that builds it. Reload the page to try again.'
          : `Building a table of ${formatCount(size)} slots …`}
      </p>
    </div>
  );
}
