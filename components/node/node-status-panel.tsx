'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import Link from 'next/link';
import { useMemo, type ReactNode } from 'react';
import { PendingBars } from '@/components/state/pending-bars';
import { CouldNotAsk } from '@/components/status/details/could-not-ask';
import { parseStatus } from '@/lib/cilium/parse-status';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { rawQuery } from '@/lib/queries/raw';
import type { AgentView } from '@/lib/snapshot/agent-view';
import { statusFacts } from './node-facts-list';

/** The lines of its status worth seeing, each a link to the line itself, and its BPF maps with their sizes. */
export function NodeStatusPanel({
  agent,
  section,
}: {
  agent: AgentView;
  section: (title: string, body: ReactNode) => ReactNode;
}) {
  const raw = useQuery(rawQuery(agent.node, 'status'));
  const stdout = raw.data?.stdout;
  const fromText = useMemo(
    () => (stdout === undefined || stdout === '' ? null : parseStatus(stdout)),
    [stdout],
  );
  const hasText = fromText !== null && fromText.cilium !== undefined;
  const status = hasText ? fromText : agent.status;
  if (status === null)
    return section(
      'Status',
      agent.answers.status.problem === null && raw.error === null ? (
        <PendingBars row="h-5.5" widths={[60, 72, 54, 48, 66, 40]} />
      ) : (
        <CouldNotAsk
          error={raw.error}
          problem={agent.answers.status.problem}
          onRetry={() => void raw.refetch()}
        />
      ),
    );
  const failing =
    status.controllers?.items?.filter(({ consecutiveFailures }) => consecutiveFailures > 0) ?? [];
  return (
    <>
      {section(
        'Status',
        <>
          <dl className="grid grid-cols-[8.5rem_minmax(0,1fr)] gap-x-3 gap-y-0.5">
            {statusFacts(status).map(({ label, value, path, tone }) => {
              const line = hasText ? status.lines[path] : undefined;
              return (
                <div key={label} className="contents">
                  <dt className="text-muted">{label}</dt>
                  <dd
                    className={clsx(
                      'min-w-0 wrap-anywhere',
                      tone === 'bad' && 'text-bad',
                      tone === 'warn' && 'text-warn',
                    )}
                  >
                    {line === undefined ? (
                      value
                    ) : (
                      <Link
                        href={`${paths.raw(agent.node, 'status')}?line=${line}`}
                        title={`line ${line} of its output`}
                        className="decoration-dotted underline-offset-3 hover:underline"
                      >
                        {value}
                      </Link>
                    )}
                  </dd>
                </div>
              );
            })}
          </dl>
          {failing.length > 0 && (
            <ul className="mt-2 text-small text-warn">
              {failing.map(({ name, message, consecutiveFailures }) => (
                <li key={name} className="wrap-anywhere">
                  <span className="mono">{name}</span> failed {formatCount(consecutiveFailures)}×
                  {message !== undefined && `: ${message}`}
                </li>
              ))}
            </ul>
          )}
        </>,
      )}
      {status.bpfMaps !== undefined &&
        status.bpfMaps.length > 0 &&
        section(
          'BPF maps',
          <table className="w-full text-small">
            <thead>
              <tr>
                <th className="label h-6 text-left">Map</th>
                <th className="label h-6 text-right">Largest number of entries</th>
              </tr>
            </thead>
            <tbody>
              {status.bpfMaps.map(({ name, size }) => (
                <tr key={name} className="border-t border-line">
                  <td className="h-6 pr-3">{name}</td>
                  <td className="text-right">{formatCount(size)}</td>
                </tr>
              ))}
            </tbody>
          </table>,
        )}
    </>
  );
}
