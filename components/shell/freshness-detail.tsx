'use client';

import { Age } from '@/components/ui/age';
import { NodeName } from '@/components/ui/node-name';
import { TextLink } from '@/components/ui/text-link';
import { formatCount, formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import type { LiveState } from '@/lib/queries/live-updates';
import type { FreshnessForm, SilentAgent } from './freshness-of';

const MOST_SHOWN = 6;

/** What the freshness indicator means, in a sentence, and each silent agent with its reason. */
export function FreshnessDetail({ freshness, live }: { freshness: FreshnessForm; live: LiveState }) {
  switch (freshness.form) {
    case 'fresh':
      return (
        <p>
          {freshness.total === 1 ? 'The agent' : `All ${formatPlural(freshness.total, 'agent')}`} answered the
          last question. The oldest answer came <Age timestamp={freshness.oldestTimestamp} />.
        </p>
      );
    case 'asking':
      return <p>The agents are being asked for the first time.</p>;
    case 'silent':
      return <SilentAgents silent={freshness.silent} total={freshness.total} />;
    case 'paused':
      return <p>The page is held still. What changes in the cluster is not shown until you resume.</p>;
    case 'no-answer':
      return (
        <p>
          <strong className="font-semibold">{freshness.reason}.</strong> What you see is what was known
          before. {live.phase === 'retrying' && `Attempt ${live.attempt} to reach it again is on its way.`}
        </p>
      );
    case 'no-agents':
      return <p>No pod with the label k8s-app=cilium was found where agents are looked for.</p>;
  }
}

function SilentAgents({ silent, total }: { silent: SilentAgent[]; total: number }) {
  return (
    <>
      <p>
        {formatCount(silent.length)} of {formatPlural(total, 'agent')} did not answer the last question. Their
        last values are kept, marked with their age.
      </p>
      <ul className="mt-2">
        {silent.slice(0, MOST_SHOWN).map(({ node, reason, hint, answeredTimestamp }) => (
          <li key={node} className="border-t border-line py-2 first:border-0">
            <span className="flex justify-between gap-3">
              <TextLink href={paths.node(node)}>
                <NodeName name={node} />
              </TextLink>
              <span className="text-small text-muted">
                {answeredTimestamp === null ? 'never answered' : <Age timestamp={answeredTimestamp} />}
              </span>
            </span>
            <span className="text-muted">
              {reason}. {hint}
            </span>
          </li>
        ))}
      </ul>
      {silent.length > MOST_SHOWN && (
        <p className="text-muted">and {formatCount(silent.length - MOST_SHOWN)} more, on the Overview.</p>
      )}
    </>
  );
}
