'use client';

import { clsx } from 'clsx';
import { Ban, Check, CircleX, type LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { TextButton, TextLink } from '@/components/ui/text-link';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { serverNowMs } from '@/lib/queries/server-clock';
import type { AuditEntry } from '@/lib/snapshot/rollout-view';
import { formatMoment } from './moment';

const shownAtOnce = 200;

const outcomes: Record<AuditEntry['outcome'], { Icon: LucideIcon; tone: string }> = {
  ok: { Icon: Check, tone: 'text-ok' },
  failed: { Icon: CircleX, tone: 'text-bad' },
  refused: { Icon: Ban, tone: 'text-warn' },
};

/** The entries, newest first; on a phone each is a few lines. */
export function AuditTable({ items }: { items: readonly AuditEntry[] }) {
  const [shown, setShown] = useState(shownAtOnce);
  const newest = items.toReversed();
  return (
    <>
      <table className="w-full border-collapse text-left max-desk:block [&_td]:border-b [&_td]:border-line [&_td]:py-1.5 [&_td]:pr-4 [&_td]:align-top max-desk:[&_tbody]:block max-desk:[&_td]:inline max-desk:[&_td]:align-middle max-desk:[&_td]:border-b-0 max-desk:[&_td]:pr-2 max-desk:[&_tr]:block max-desk:[&_tr]:border-b max-desk:[&_tr]:border-line max-desk:[&_tr]:py-2">
        <thead className="border-b border-line-strong text-small text-muted max-desk:sr-only">
          <tr>
            {['No.', 'When', 'Who', 'What', 'Outcome', 'Rollout'].map((name) => (
              <th key={name} className="pr-4 pb-1 font-medium">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {newest.slice(0, shown).map((entry) => (
            <Entry key={entry.number} entry={entry} />
          ))}
        </tbody>
      </table>
      {newest.length > shown && (
        <TextButton className="pt-2" onClick={() => setShown(shown + shownAtOnce)}>
          Show more: {formatCount(newest.length - shown)} are older
        </TextButton>
      )}
    </>
  );
}

function Entry({ entry }: { entry: AuditEntry }) {
  const { Icon, tone } = outcomes[entry.outcome];
  return (
    <tr>
      <td className="mono text-muted">{entry.number}</td>
      <td className="whitespace-nowrap">
        <time dateTime={entry.timestamp} title={entry.timestamp}>
          {formatMoment(entry.timestamp, serverNowMs())}
        </time>
      </td>
      <td className="wrap-anywhere">
        {entry.by}
        {entry.fromAddress !== null && (
          <span className="text-small text-muted desk:block"> from {entry.fromAddress}</span>
        )}
      </td>
      <td className="wrap-anywhere max-desk:!block">
        {entry.what}
        {entry.detail !== null && <span className="block text-small text-muted">{entry.detail}</span>}
      </td>
      <td className="whitespace-nowrap">
        <span className={clsx('inline-flex items-center gap-1.5', entry.outcome !== 'ok' && 'font-medium')}>
          <Icon aria-hidden size={13} strokeWidth={1.7} className={tone} />
          {entry.outcome}
        </span>
      </td>
      <td className="whitespace-nowrap">
        {entry.rolloutId !== null && (
          <TextLink
            href={paths.rollout(entry.rolloutId)}
            className="max-w-40 desk:inline-block desk:truncate desk:align-bottom"
          >
            <span className="desk:sr-only">Rollout&nbsp;</span>
            {entry.rolloutId}
          </TextLink>
        )}
      </td>
    </tr>
  );
}
