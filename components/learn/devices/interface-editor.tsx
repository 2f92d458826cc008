import { X } from 'lucide-react';
import { DraftInput } from '@/components/learn/simulator/draft-input';
import { IconButton } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { interfaceTypes, masterKinds, type InterfaceFacts } from '@/lib/cilium/devices/interface-facts';
import { interfaceNamePattern, parseAddresses } from '@/lib/learn/devices/interfaces-text';

type InterfaceEditorProps = {
  device: InterfaceFacts;
  isNameFree: (name: string) => boolean;
  onChange: (device: InterfaceFacts) => void;
  /** null: the last interface stays. */
  onRemove: (() => void) | null;
};

const select =
  'target h-6.5 rounded-control border border-line-strong bg-surface px-1 text-small text-text max-desk:flex-1';

/** One interface: what the tests look at. */
export function InterfaceEditor({ device, isNameFree, onChange, onRemove }: InterfaceEditorProps) {
  const { name, type, ips, up, defaultRoute, master } = device;
  return (
    <li className="flex flex-wrap items-center gap-x-2 gap-y-1 border-t border-line py-1.5">
      <DraftInput
        label={`Name of ${name}`}
        value={name}
        read={(text) => (interfaceNamePattern.test(text) && isNameFree(text) ? text : null)}
        title="At most 15 letters, digits, dots, dashes and underscores, each name once"
        className="w-32 font-semibold max-desk:flex-1"
        onChange={(next) => onChange({ ...device, name: next })}
      />
      <select
        aria-label={`Type of ${name}`}
        value={type}
        onChange={({ target }) => {
          const found = interfaceTypes.find((candidate) => candidate === target.value);
          if (found !== undefined) onChange({ ...device, type: found });
        }}
        className={`${select} w-26`}
      >
        {interfaceTypes.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
      <DraftInput
        label={`Addresses of ${name}`}
        value={ips.join(' ')}
        read={(text) => parseAddresses(text, /[\s,]+/)}
        title="Addresses in the kernel’s order, with blanks between"
        placeholder="no address"
        className="min-w-40 flex-1 max-desk:basis-full"
        onChange={(next) => onChange({ ...device, ips: next })}
      />
      <Chip
        pressed={up}
        aria-label={`${name} is up`}
        title="IFF_UP"
        onClick={() => onChange({ ...device, up: !up })}
      >
        up
      </Chip>
      <Chip
        pressed={defaultRoute}
        aria-label={`${name} has a default route`}
        title="A default route goes out here"
        onClick={() => onChange({ ...device, defaultRoute: !defaultRoute })}
      >
        default route
      </Chip>
      <select
        aria-label={`What ${name} is a part of`}
        value={master ?? 'none'}
        onChange={({ target }) =>
          onChange({ ...device, master: masterKinds.find((kind) => kind === target.value) ?? null })
        }
        className={`${select} w-30`}
      >
        <option value="none">part of nothing</option>
        {masterKinds.map((kind) => (
          <option key={kind} value={kind}>
            in a {kind === 'vrf' ? 'VRF' : kind}
          </option>
        ))}
      </select>
      <IconButton
        label={`Take ${name} away`}
        disabled={onRemove === null}
        onClick={() => onRemove?.()}
        className="size-6.5 disabled:opacity-40"
      >
        <X aria-hidden size={13} />
      </IconButton>
    </li>
  );
}
