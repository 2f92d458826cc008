import type { ReactNode } from 'react';
import type { FrontendDetail, FrontendView } from '@/lib/snapshot/frontend-view';
import { formatAge } from '@/lib/format';
import type { AppliedSetting } from './applied-settings';
import { appliedSettings } from './applied-settings';
import type { NodePortSettings } from './node-port-settings';

type PolicyListProps = {
  frontend: FrontendView;
  policies: FrontendDetail['policies'];
  settings: NodePortSettings;
};

/** What of the Service and of the agents' settings bears on how this frontend is balanced. */
export function PolicyList({ frontend, policies, settings }: PolicyListProps) {
  const { algorithm, forwarding } = appliedSettings(frontend, policies, settings);
  const annotations = Object.entries(policies?.annotations ?? {});
  return (
    <section aria-label="Policies">
      <h3 className="mt-3.5 mb-1 font-semibold">Policies</h3>
      {policies === null && <p className="pb-1 text-muted">The API names no Service for this address.</p>}
      <dl className="grid grid-cols-[6.25rem_1fr_5.75rem_1fr] gap-x-1.5 pb-3 [&_dd]:py-0.5 [&_dt]:py-0.5 [&_dt]:text-muted">
        {policies !== null && (
          <>
            <Pair name="External traffic">{policies.externalTrafficPolicy ?? '–'}</Pair>
            <Pair name="Affinity">{affinity(policies)}</Pair>
            <Pair name="Internal traffic">{policies.internalTrafficPolicy ?? '–'}</Pair>
            <Pair name="Source ranges">
              {policies.sourceRanges.length === 0 ? (
                'any'
              ) : (
                <span className="mono">{policies.sourceRanges.join(' ')}</span>
              )}
            </Pair>
          </>
        )}
        <Pair name="Algorithm">
          <Applied setting={algorithm} />
        </Pair>
        <Pair name="Forwarding">
          <Applied setting={forwarding} />
        </Pair>
      </dl>
      {annotations.length > 0 && (
        <dl className="pb-3 text-small">
          {annotations.map(([key, value]) => (
            <div key={key} className="mono flex flex-wrap gap-x-2 wrap-anywhere">
              <dt className="text-muted">{key}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  );
}

function Pair({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
  );
}

function Applied({ setting: { text, title } }: { setting: AppliedSetting }) {
  return (
    <span title={title}>
      {text}
      {title !== undefined && <span className="sr-only"> {title}</span>}
    </span>
  );
}

function affinity({
  sessionAffinity,
  sessionAffinityTimeoutSeconds,
}: NonNullable<FrontendDetail['policies']>): string {
  if (sessionAffinity === null || sessionAffinity === 'None') return 'none';
  if (sessionAffinityTimeoutSeconds === null) return sessionAffinity;
  return `${sessionAffinity}, ${formatAge(sessionAffinityTimeoutSeconds * 1000)}`;
}
