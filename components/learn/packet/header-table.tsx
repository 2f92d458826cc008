import { clsx } from 'clsx';
import type { HeaderRow } from '@/lib/learn/packet/header-rows';

const head = 'h-7 pr-4 text-left align-middle text-small font-medium text-muted';
const cell = 'border-t border-line py-1.5 pr-4 align-top max-desk:pr-2';

/** Every header before and after a hop; only a new value is in accent. */
export function HeaderTable({ rows }: { rows: readonly HeaderRow[] }) {
  return (
    <table className="w-full border-collapse">
      <thead className="border-b border-line-strong">
        <tr>
          <th scope="col" className={clsx(head, 'w-[30%] max-desk:w-[26%]')}>
            Header
          </th>
          <th scope="col" className={clsx(head, 'w-[22%] max-desk:w-[34%]')}>
            Before
          </th>
          <th scope="col" className={head}>
            After this hop
          </th>
          <th scope="col" className={clsx(head, 'w-[26%] pr-0 max-desk:hidden')}>
            Which is
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ header, before, after, whichIs, change }) => (
          <tr key={header}>
            <th scope="row" className={clsx(cell, 'text-left font-normal')}>
              {header} {change !== null && <span className="text-label text-accent-text">{change}</span>}
            </th>
            <td className={clsx(cell, 'text-muted')}>
              <Value text={before} />
            </td>
            <td className={clsx(cell, change !== null && after !== null && 'font-semibold text-accent-text')}>
              <Value text={after} />
            </td>
            <td className={clsx(cell, 'pr-0 text-muted max-desk:hidden')}>{whichIs}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ text }: { text: string | null }) {
  return text === null ? (
    <span className="text-muted">none</span>
  ) : (
    <span className="mono wrap-anywhere">{text}</span>
  );
}
