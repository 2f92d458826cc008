'use client';

import { useQuery } from '@tanstack/react-query';
import { NodeName } from '@/components/ui/node-name';
import { StateMark } from '@/components/ui/state-mark';
import { TextLink } from '@/components/ui/text-link';
import { formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import { agreementQuery } from '@/lib/queries/agreement';
import type { UnjudgedAgentReason } from '@/lib/snapshot/agreement-view';

const reasons: Readonly<Record<UnjudgedAgentReason, string>> = {
  'no-answer': 'has never given its table.',
  'old-answer': 'was asked since and did not answer: what it said before accuses nobody.',
  'status-unread': 'has not said how it is configured.',
  'version-unknown': 'does not say which version it is.',
  'node-unknown': 'runs on a node that the API does not list.',
  'objects-unread': 'cannot be compared: the API’s objects may not be read.',
};

/** What could not be compared, and why: it is neither right nor wrong. Nothing at all where all of it could. */
export function UnjudgedPanel({ className }: { className?: string }) {
  const { data } = useQuery(agreementQuery());
  if (data === undefined) return null;
  const { agents, frontends } = data;
  if (agents.unjudged.length + frontends.doubts.length === 0) return null;
  return (
    <section aria-labelledby="unjudged" className={className}>
      <h2 id="unjudged" className="mb-2 text-body font-semibold">
        Cannot be judged
      </h2>
      <ul className="grid gap-1.5">
        {agents.unjudged.map(({ node, reason }) => (
          <li key={node} className="grid grid-cols-[0.75rem_minmax(0,1fr)] gap-3 text-muted">
            <StateMark mark="unknown" label={null} className="mt-1" />
            <p>
              <TextLink href={paths.node(node)}>
                <NodeName name={node} form="short" />
              </TextLink>{' '}
              {reasons[reason]}
            </p>
          </li>
        ))}
        {frontends.doubts.map(({ reason, frontends: count, explanation }) => (
          <li key={reason} className="grid grid-cols-[0.75rem_minmax(0,1fr)] gap-3 text-muted">
            <StateMark mark="unknown" label={null} className="mt-1" />
            <p className="text-pretty">
              <span className="text-text">{formatPlural(count, 'frontend')}.</span> {explanation}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
