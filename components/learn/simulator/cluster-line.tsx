import type { ReactNode } from 'react';
import { TextButton } from '@/components/ui/text-link';

type ClusterLineProps = {
  /** `namespace/name` of the Service that is shown; null where it has none. */
  service: string | null;
  /** What it says in place of a name. */
  unnamed: string;
  /** Cilium's version 1.`minor`. */
  minor: number;
  /** What else is to be known: what agents do not report. Begins with what ends or goes on with the sentence. */
  children: ReactNode;
  onExample: () => void;
};

/** Says that what is shown is this cluster's own, and gives the way back to the example. */
export function ClusterLine({ service, unnamed, minor, children, onExample }: ClusterLineProps) {
  return (
    <p className="px-4 pt-2 text-small text-pretty text-muted desk:px-6">
      {service === null ? unnamed : <strong className="wrap-anywhere text-text">{service}</strong>} of your
      cluster, Cilium 1.{minor}
      {children} <TextButton onClick={onExample}>Back to the example</TextButton>
    </p>
  );
}
