import { Plus } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { InterfaceFacts } from '@/lib/cilium/devices/interface-facts';
import { mostInterfaces } from '@/lib/learn/devices/devices-parameters';
import { InterfaceEditor } from './interface-editor';

type InterfacesEditorProps = {
  interfaces: readonly InterfaceFacts[];
  onChange: (interfaces: readonly InterfaceFacts[]) => void;
};

/** The interfaces of the node: what the kernel says of them. */
export function InterfacesEditor({ interfaces, onChange }: InterfacesEditorProps) {
  const isFull = interfaces.length >= mostInterfaces;
  const add = () => {
    const taken = new Set(interfaces.map(({ name }) => name));
    const number = Array.from({ length: mostInterfaces + 1 }, (_, index) => index).find(
      (index) => !taken.has(`eth${index}`),
    );
    const name = `eth${number ?? 0}`;
    const added: InterfaceFacts = {
      name,
      type: 'device',
      ips: [`203.0.113.${20 + (number ?? 0)}`],
      up: true,
      defaultRoute: false,
      master: null,
    };
    onChange([...interfaces, added]);
  };
  return (
    <section aria-labelledby="interfaces" className="border-t border-line pt-4 pb-5">
      <h2 id="interfaces" className="flex items-center gap-2 pb-1 font-semibold">
        <span className="flex-1">The interfaces, as the kernel has them</span>
        <Button
          size="small"
          kind="quiet"
          disabled={isFull}
          title={isFull ? `${mostInterfaces} interfaces at most` : undefined}
          onClick={add}
        >
          <Plus aria-hidden size={13} />
          Interface
        </Button>
      </h2>
      <ul>
        {interfaces.map((device, index) => (
          <InterfaceEditor
            key={index}
            device={device}
            isNameFree={(name) => interfaces.every((other, at) => at === index || other.name !== name)}
            onChange={(changed) => onChange(interfaces.with(index, changed))}
            onRemove={interfaces.length > 1 ? () => onChange(interfaces.toSpliced(index, 1)) : null}
          />
        ))}
      </ul>
    </section>
  );
}
