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
    id: `${alert.kind} ${alert.keys.join()} ${alert.nodes.join()} ${alert.rule?.id ?? ''}`,
    ...alertSentences(alert, { total, nameOf }),
  }));
  const [gravest, ...others] = told;
  const open = others.slice(0, openMax - 1);
  const rest = others.slice(openMax - 1);
  return (
    <div role="region" aria-label="Settings that need attention" className={className}>
      <Notice tone={first.kind === 'fatal' ? 'bad' : 'warn'} title={<Prose text={gravest?.title ?? ''} />}>
        <Prose text={gravest?.reason ?? ''} />
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

function AlertLines({ lines }: { lines: readonly { id: string; title: string; reason: string }[] }) {
  return lines.map(({ id, title, reason }) => (
    <span key={id} className="mt-1 block">
      <strong className="font-semibold text-text">
        <Prose text={title} />
      </strong>{' '}
      <Prose text={reason} />
    </span>
  ));
}
