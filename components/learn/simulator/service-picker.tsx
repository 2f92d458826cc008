'use client';

import { DropdownMenu } from 'radix-ui';
import { Menu, MenuMark, menuChoiceClass } from '@/components/ui/menu';
import { formatCount } from '@/lib/format';

/** More would be no menu; a Service beyond these is reached from its own page. */
const mostListed = 100;

type ServicePickerProps = {
  /** Names as `namespace/name`, in the order they are listed. */
  services: readonly string[];
  /** The one in use; null where there is none. */
  chosen: string | null;
  onChoose: (service: string) => void;
};

/** Which Service of the cluster a simulator takes. Typing goes to the name that begins so. */
export function ServicePicker({ services, chosen, onChoose }: ServicePickerProps) {
  if (services.length === 0) return null;
  const listed = services.slice(0, mostListed);
  return (
    <Menu word="Service" shown={<span className="max-w-48 truncate">{chosen ?? 'choose'}</span>}>
      <DropdownMenu.RadioGroup value={chosen ?? ''} onValueChange={onChoose}>
        {listed.map((name) => (
          <DropdownMenu.RadioItem key={name} value={name} textValue={name} className={menuChoiceClass}>
            <MenuMark />
            <span className="max-w-80 truncate">{name}</span>
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
      {services.length > mostListed && (
        <p className="px-2 py-1 text-muted">
          {formatCount(services.length - mostListed)} more are not listed here.
        </p>
      )}
    </Menu>
  );
}
