import { TextButton } from '@/components/ui/text-link';
import { formatCount } from '@/lib/format';
import type { MaglevParameters } from '@/lib/learn/maglev/maglev-state';

type ServiceLineProps = { parameters: MaglevParameters; onExample: () => void };

/** Says whose backends these are, where they are this cluster's. */
export function ServiceLine({ parameters: { service, size, minor }, onExample }: ServiceLineProps) {
  if (service === null) return null;
  return (
    <p className="px-4 pt-2 text-small text-pretty text-muted desk:px-6">
      {service.name === null ? 'Backends' : <strong className="text-text">{service.name}</strong>} of your
      cluster, Cilium 1.{minor}, a table of {formatCount(size)}. Agents do not report their seed: the built-in
      one stands for it. The client is an example.{' '}
      <TextButton onClick={onExample}>Back to the example</TextButton>
    </p>
  );
}
