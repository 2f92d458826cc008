'use client';

import { useQuery } from '@tanstack/react-query';
import { Notice } from '@/components/ui/notice';
import { settingsQuery } from '@/lib/queries/settings';
import { settingsAlerts } from '@/lib/snapshot/settings-alerts';
import { Prose } from '../explain/prose';
import { alertSentences } from './alert-sentences';

/** So many stand open; the rest is one click away. */
const openMax = 3;

type SettingsNoticeProps = { total: number; nameOf: (node: string) => string; className?: string };

/** Names the nodes that do not run what is desired, or would not start again, and why; nothing where all is well. */
export function SettingsNotice({ total, nameOf, className }: SettingsNoticeProps) {
  const { data } = useQuery(settingsQuery());
  if (data === undefined) return null;
  const alerts = settingsAlerts(data);
  const [first] = alerts;
  if (first === undefined) return null;
  const told = alerts.map((alert) => ({
    id: JSON.stringify([alert.kind, alert.key, alert.nodes]),
    ...alertSentences(alert, { total, nameOf }),
  }));
  const [gravest, ...others] = told;
  const open = others.slice(0, openMax - 1);
  const rest = others.slice(openMax - 1);
  return (
    <div role="region" aria-label="Settings that need attention" className={className}>
      <Notice tone={first.kind === 'fatal' ? 'bad' : 'warn'} title={<Prose text={gravest?.title ?? ''} />}>
        <Reasons reasons={gravest?.reasons ?? []} />
        <AlertLines lines={open} />
        {rest.length > 0 && (
          <details className="mt-1">
            <summary className="w-max hover:text-text">{rest.length} more</summary>
            <AlertLines lines={rest} />
          </details>
        )}
      </Notice>
    </div>
  );
}

/** One reason runs on after its clause; several stand on lines of their own. */
function Reasons({ reasons }: { reasons: readonly string[] }) {
  if (reasons.length < 2) return reasons.map((reason) => <Prose key={reason} text={reason} />);
  return reasons.map((reason) => (
    <span key={reason} className="block">
      <Prose text={reason} />
    </span>
  ));
}

type Line = { id: string; title: string; reasons: readonly string[] };

function AlertLines({ lines }: { lines: readonly Line[] }) {
  return lines.map(({ id, title, reasons }) => (
    <span key={id} className="mt-1 block">
      <strong className="font-semibold text-text">
        <Prose text={title} />
      </strong>{' '}
      <Reasons reasons={reasons} />
    </span>
  ));
}
