import { clsx } from 'clsx';
import { Ban, Check, Minus, Plus, X } from 'lucide-react';
import { ChoiceParameter } from '@/components/learn/simulator/parameter';
import { Button, IconButton } from '@/components/ui/button';
import type { NicVerdict, VerdictKind } from '@/lib/learn/xdp/nic-verdict';
import { xdpDrivers } from '@/lib/learn/xdp/xdp-drivers';
import { mostNics, nicName, type XdpParameters } from '@/lib/learn/xdp/xdp-parameters';
import { statusSays } from '@/lib/learn/xdp/xdp-start';
import { verdictWords } from './verdict-words';

type DevicesTableProps = {
  parameters: XdpParameters;
  verdicts: readonly NicVerdict[];
  onChange: (changed: Partial<XdpParameters>) => void;
};

const icons: Record<VerdictKind, { Icon: typeof Check; className: string }> = {
  native: { Icon: Check, className: 'text-ok' },
  generic: { Icon: Check, className: 'text-muted' },
  refused: { Icon: X, className: 'text-bad' },
  skipped: { Icon: Ban, className: 'text-warn' },
  off: { Icon: Minus, className: 'text-muted' },
};

const newDriver = 'ena';

/** Every device of the node: its driver to choose, and what becomes of the program there. */
export function DevicesTable({ parameters, verdicts, onChange }: DevicesTableProps) {
  const { nics, arrivesAt, traffic } = parameters;
  const names = nics.map((_, index) => nicName(index));
  const remove = (index: number) => {
    const left = nics.filter((_, other) => other !== index);
    onChange({
      nics: left,
      arrivesAt: Math.min(arrivesAt > index ? arrivesAt - 1 : arrivesAt, left.length - 1),
    });
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-2 pb-2">
        <h2 id="devices" className="font-semibold">
          What each device’s driver says
        </h2>
        <ChoiceParameter
          name={traffic === 'pod' ? 'The packet leaves by' : 'The packet arrives at'}
          value={nicName(arrivesAt)}
          values={names}
          onChange={(next) => onChange({ arrivesAt: names.indexOf(next) })}
        />
      </div>
      <ul>
        {verdicts.map((verdict, index) => (
          <DeviceRow
            key={index}
            verdict={verdict}
            isOnly={verdicts.length === 1}
            onDriver={(id) => onChange({ nics: nics.map((old, other) => (other === index ? id : old)) })}
            onRemove={() => remove(index)}
          />
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-2.5">
        <Button
          disabled={nics.length >= mostNics}
          title={nics.length >= mostNics ? 'Four devices are enough here' : undefined}
          onClick={() => onChange({ nics: [...nics, newDriver] })}
        >
          <Plus aria-hidden size={14} /> Add a device
        </Button>
        <p className="text-pretty text-muted">
          The status prints <span className="mono text-text">XDP Acceleration: {statusSays(parameters)}</span>{' '}
          whatever the drivers say: it is what was asked for. Which driver a device has is in no answer of an
          agent.
        </p>
      </div>
    </>
  );
}

type DeviceRowProps = {
  verdict: NicVerdict;
  isOnly: boolean;
  onDriver: (id: string) => void;
  onRemove: () => void;
};

function DeviceRow({ verdict, isOnly, onDriver, onRemove }: DeviceRowProps) {
  const { name, driver, kind, why } = verdict;
  const { Icon, className } = icons[kind];
  return (
    <li className="grid grid-cols-[3rem_13rem_minmax(0,1fr)_auto] items-start gap-x-3 border-t border-line py-1.5 max-desk:grid-cols-[3rem_minmax(0,1fr)_auto]">
      <span className="mono pt-1">{name}</span>
      <select
        aria-label={`Driver of ${name}`}
        value={driver.id}
        onChange={(event) => onDriver(event.target.value)}
        className="target h-7 w-full rounded-control border border-line-strong bg-surface px-1.5 text-small text-text"
      >
        {xdpDrivers.map(({ id, name: driverName, since }) => (
          <option key={id} value={id}>
            {driverName}
            {since === null ? '' : ` (Linux ${since})`}
          </option>
        ))}
      </select>
      <p className="pt-1 text-pretty max-desk:order-4 max-desk:col-span-3">
        <Icon aria-hidden size={14} className={clsx('mr-1 inline align-[-2px]', className)} />
        <strong className={clsx('font-semibold', kind === 'refused' && 'text-bad')}>
          {verdictWords[kind].long}.
        </strong>{' '}
        <span className="text-muted">
          {why} {driver.note}
        </span>
      </p>
      <IconButton
        label={`Take ${name} out`}
        disabled={isOnly}
        onClick={onRemove}
        className="disabled:opacity-40"
      >
        <X aria-hidden size={15} />
      </IconButton>
    </li>
  );
}
