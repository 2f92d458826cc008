import { TextButton } from '@/components/ui/text-link';
import type { LookupWalk } from '@/lib/learn/kube-proxy/lookup-walk';

type EndsLineProps = { walk: LookupWalk; onExample: () => void };

/** Says whose addresses these are, and how to find these very rules on a node of kube-proxy's. */
export function EndsLine({ walk: { ends, chains, parameters, isOutside }, onExample }: EndsLineProps) {
  if (parameters.ends === null) return null;
  return (
    <p className="px-4 pt-2 text-small text-pretty text-muted desk:px-6">
      <strong className="wrap-anywhere text-text">{ends.name}</strong> of your cluster.
      {isOutside && ends.nodePort === null && ' It has no node port: the one shown is an example.'} Where
      kube-proxy runs for it, its rules are under these very names:{' '}
      <code className="mono wrap-anywhere text-text">iptables-save -t nat | grep {chains.service}</code>{' '}
      <TextButton onClick={onExample}>Back to the example</TextButton>
    </p>
  );
}
