'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useState } from 'react';
import { PendingBars } from '@/components/state/pending-bars';
import { QueryPanel } from '@/components/state/query-panel';
import { Age } from '@/components/ui/age';
import { PanelMessage } from '@/components/ui/panel-message';
import { StateMark } from '@/components/ui/state-mark';
import { AnnotatedText } from '@/components/ui/annotated-text';
import { TextButton } from '@/components/ui/text-link';
import { formatCount } from '@/lib/format';
import { paths } from '@/lib/paths';
import { frontendsQuery } from '@/lib/queries/frontends';
import type { AttentionItem } from '@/lib/snapshot/attention';
import { attentionMark } from './attention-mark';
import { useAttention } from './use-attention';

const MOST_ITEMS = 5;

/** Where an item leads, and how the link is called; null for what has no page of its own. */
function destination({ kind, target }: AttentionItem): { href: string; words: string } | null {
  if (target.frontendKey !== undefined) {
    return {
      href: `${paths.services}?f=${encodeURIComponent(target.frontendKey)}`,
      words: 'Open in the map',
    };
  }
  if (kind === 'settings-differ') return { href: paths.status, words: 'Compare the nodes' };
  if (target.node !== undefined) return { href: paths.node(target.node), words: 'Open the node' };
  return null;
}

/** What wants a look, the gravest first: who, what, since when, and where to see it. */
export function AttentionPanel({ className }: { className?: string }) {
  const query = useAttention();
  const [all, setAll] = useState(false);
  return (
    <QueryPanel
      tour="attention"
      title="Needs attention"
      aside={query.data !== undefined && query.data.length > 0 ? formatCount(query.data.length) : undefined}
      query={query}
      className={className}
      pending={<PendingBars widths={[62, 92, 74, 55, 96, 60]} row="h-6" />}
      empty={(items) =>
        items.length === 0 ? (
          <div className="flex gap-3">
            <span>
              <StateMark mark="agrees" label={null} />
            </span>
            <PanelMessage fact="Nothing.">
              Every agent answered, all run alike, and each table says what the API asks for.
            </PanelMessage>
          </div>
        ) : null
      }
    >
      {(items) => (
        <>
          {/* One column beside the agents; as many as fit where it has the page's width. */}
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(100%,20rem),1fr))] gap-x-8 @max-[78rem]:-mt-2.5">
            {items.slice(0, all ? undefined : MOST_ITEMS).map((item) => (
              <AttentionRow key={item.id} item={item} />
            ))}
          </ul>
          {items.length > MOST_ITEMS && (
            <TextButton onClick={() => setAll(!all)} className="mt-2">
              {all ? 'Show the first only' : `Show all ${formatCount(items.length)}`}
            </TextButton>
          )}
        </>
      )}
    </QueryPanel>
  );
}

function AttentionRow({ item }: { item: AttentionItem }) {
  const { title, text, severity, sinceTimestamp, target } = item;
  const frontend = useQuery({
    ...frontendsQuery(),
    select: ({ items }) => items.find(({ key }) => key === target.frontendKey),
  }).data;
  const to = destination(item);
  return (
    <li className="relative grid grid-cols-[0.75rem_minmax(0,1fr)] gap-3 border-line py-2.5 @min-[78rem]:border-t @min-[78rem]:first:border-0 @min-[78rem]:first:pt-0.5 @min-[78rem]:last:pb-0 max-desk:border-t max-desk:first:border-0 max-desk:last:pb-0">
      <span>
        <StateMark
          mark={attentionMark(item, frontend)}
          label={severity}
          {...(severity !== 'error' && attentionMark(item, frontend) !== 'quarantined'
            ? { tone: 'warn' as const }
            : {})}
        />
      </span>
      <div className="min-w-0">
        <h3 className="flex justify-between gap-3 font-semibold">
          {to === null ? (
            <AnnotatedText text={title} />
          ) : (
            <Link
              href={to.href}
              className="min-w-0 wrap-anywhere hover:underline max-desk:after:absolute max-desk:after:inset-0"
            >
              <AnnotatedText text={title} />
            </Link>
          )}
          {sinceTimestamp !== null && (
            <Age
              timestamp={sinceTimestamp}
              form="bare"
              className="text-small font-normal whitespace-nowrap text-muted"
            />
          )}
        </h3>
        <p className="text-pretty wrap-anywhere text-muted">
          <AnnotatedText text={text} />
        </p>
        {to !== null && (
          // The title is the link for whoever hears the page; this one shows what it does.
          <Link
            href={to.href}
            aria-hidden
            tabIndex={-1}
            className="text-small font-medium text-accent-text underline-offset-3 hover:underline"
          >
            {to.words}
          </Link>
        )}
      </div>
    </li>
  );
}
