import type { ReactNode } from 'react';
import { ComparisonTable } from '@/components/learn/simulator/comparison-table';
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

/** What each of the two features needs, and what agents refuse. */
export function NatNeedsTable({ feature }: Pick<NatParameters, 'feature'>) {
  return (
    <ComparisonTable
      corner={<span className="sr-only">What</span>}
      labelWidth="w-[22%]"
      variants={[
        { name: 'for Services', isChosen: feature === 'services' },
        { name: 'as a gateway', isChosen: feature === 'gateway' },
      ]}
      rows={rows.map(({ label, services, gateway }) => ({
        ...{ id: label, label, cells: [services, gateway], isHidden: false },
      }))}
      cellClassName="wrap-anywhere text-pretty"
    />
  );
}
