import { TextButton } from '@/components/ui/text-link';
import type { DsrParameters } from '@/lib/learn/dsr/dsr-parameters';

type EndsLineProps = { parameters: DsrParameters; onExample: () => void };

/** Says whose addresses these are, where they are this cluster's. */
export function EndsLine({ parameters: { ends, minor, mtuBytes }, onExample }: EndsLineProps) {
  if (ends === null) return null;
  return (
    <p className="px-4 pt-2 text-small text-pretty text-muted desk:px-6">
      {ends.serviceName === null ? 'Addresses' : <strong className="text-text">{ends.serviceName}</strong>} of
      your cluster, Cilium 1.{minor}. The client is an example, and the MTU of {mtuBytes} is not reported by
      agents. <TextButton onClick={onExample}>Back to the example</TextButton>
    </p>
  );
}
