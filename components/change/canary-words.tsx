'use client';

import { useQuery } from '@tanstack/react-query';
import type { PlanRequest } from '@/lib/cilium/plan/plan-input';
import { planQuery } from '@/lib/queries/plans';

/** Whether the pending change may be tried on some nodes first: the reason for each key where not. */
export function CanaryWords({ request }: { request: PlanRequest }) {
  const { data } = useQuery(planQuery(request));
  if (data === undefined || data.changes.length === 0) return null;
  const { possible, reasons, conditions } = data.canary;
  return (
    <div aria-live="polite" className="mb-1.5 text-small text-pretty">
      {possible ? (
        <>
          <p>Nodes may differ in what you chose: it can be tried on some of them first.</p>
          <Words items={conditions.map(({ what, provided }) => ({ what, text: provided }))} />
        </>
      ) : (
        <>
          <p className="font-medium text-warn">This cannot be tried on some nodes alone.</p>
          <Words items={reasons.map(({ what, reason }) => ({ what, text: reason }))} />
        </>
      )}
    </div>
  );
}

function Words({ items }: { items: readonly { what: string; text: string }[] }) {
  return (
    <ul>
      {items.map(({ what, text }) => (
        <li key={`${what} ${text}`} className="pt-1 wrap-anywhere">
          <code>{what}</code>: <span className="text-muted">{text}</span>
        </li>
      ))}
    </ul>
  );
}
