import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import type { NatParameters } from '@/lib/learn/nat/nat-parameters';
import { natPrefix } from '@/lib/learn/nat/nat-prefix';

const mono = (text: string) => <span className="mono wrap-anywhere">{text}</span>;

const rows: { label: string; services: ReactNode; gateway: ReactNode }[] = [
  {
    label: 'Translates',
    services: 'packets to a frontend of one family with backends of the other, both ways',
    gateway: 'any packet to an IPv6 address in the prefix',
  },
  { label: 'Prefix', services: 'none: the row says where to', gateway: <>{mono(natPrefix)}, a constant</> },
  {
    label: 'The client needs',
    services: 'a way to the Service’s address',
    gateway: <>a route for {mono(natPrefix)} to the gateway</>,
  },
  { label: 'Families', services: 'IPv4 and IPv6 both', gateway: 'IPv4 and IPv6 both, else E14 at the start' },
  {
    label: 'Mode',
    services: 'SNAT; with DSR or Hybrid B13 at the start, up to 1.17 no translation',
    gateway: '–',
  },
  {
    label: 'Setting',
    services: <>{mono('bpf-lb-nat46x64')} since 1.18; before, it followed from families and mode</>,
    gateway: <>{mono('enable-nat46x64-gateway')} since 1.13</>,
  },
  { label: 'Helm value', services: 'none', gateway: mono('nat46x64Gateway.enabled') },
  { label: 'On the way back', services: 'the same node', gateway: 'the same node' },
];

const columns = ['services', 'gateway'] as const;

/** What each of the two features needs, and what agents refuse. */
export function NatNeedsTable({ feature }: Pick<NatParameters, 'feature'>) {
  return (
    <table className="w-full table-fixed border-collapse">
      <thead className="border-b border-line-strong">
        <tr>
          <th scope="col" className="h-8 w-[22%] pr-3 text-left text-small font-medium text-muted">
            <span className="sr-only">What</span>
          </th>
          {columns.map((column) => (
            <th
              key={column}
              scope="col"
              className={clsx(
                'px-2.5 text-left',
                column === feature
                  ? 'bg-accent-soft font-semibold text-accent-text'
                  : 'font-medium text-muted',
              )}
            >
              {column === 'services' ? 'for Services' : 'as a gateway'}
              {column === feature && <span className="sr-only"> (chosen)</span>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label}>
            <th
              scope="row"
              className="border-t border-line py-1.5 pr-3 text-left align-top font-normal text-pretty text-muted"
            >
              {row.label}
            </th>
            {columns.map((column) => (
              <td
                key={column}
                className={clsx(
                  'border-t border-line px-2.5 py-1.5 align-top wrap-anywhere text-pretty',
                  column === feature && 'bg-accent-soft',
                )}
              >
                {row[column]}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
