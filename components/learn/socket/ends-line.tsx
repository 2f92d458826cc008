import { TextButton } from '@/components/ui/text-link';
import type { SocketParameters } from '@/lib/learn/socket/socket-parameters';

type EndsLineProps = { parameters: SocketParameters; onExample: () => void };

/** Says whose addresses these are, where they are this cluster's. */
export function EndsLine({ parameters: { ends, minor, caller }, onExample }: EndsLineProps) {
  if (ends === null) return null;
  return (
    <p className="px-4 pt-2 text-small text-pretty text-muted desk:px-6">
      {ends.serviceName === null ? (
        'Addresses'
      ) : (
        <strong className="wrap-anywhere text-text">{ends.serviceName}</strong>
      )}{' '}
      of your cluster, Cilium 1.{minor}.
      {caller === 'outside' && ends.nodePort === null && ' It has no node port: the one shown is an example.'}{' '}
      <TextButton onClick={onExample}>Back to the example</TextButton>
    </p>
  );
}
