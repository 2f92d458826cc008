'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { ChevronRight } from 'lucide-react';
import Link from 'next/link';
import { useId } from 'react';
import { CouldNotAsk } from '@/components/state/could-not-ask';
import { PendingBars } from '@/components/state/pending-bars';
import { Age } from '@/components/ui/age';
import { AnnotatedText } from '@/components/ui/annotated-text';
import { StateMark } from '@/components/ui/state-mark';
import { formatCount, formatPlural } from '@/lib/format';
import { paths } from '@/lib/paths';
import { agreementQuery, expectedDivergencesQuery } from '@/lib/queries/agreement';
import type { ExpectedDivergenceView } from '@/lib/snapshot/agreement-view';

const MOST_SHOWN = 100;

type ExpectedPanelProps = { className?: string; open: boolean; onOpen: (open: boolean) => void };

/** What differs and is no problem, folded until somebody asks. */
export function ExpectedPanel({ className, open, onOpen }: ExpectedPanelProps) {
  const bodyId = useId();
  const { data } = useQuery(agreementQuery());
  if (data === undefined || data.expectedCount === 0) return null;
  return (
    <section className={className}>
      <h2>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={bodyId}
          onClick={() => onOpen(!open)}
          className="flex items-center gap-2 max-desk:min-h-11 text-body font-semibold"
        >
          <ChevronRight
            aria-hidden
            size={14}
            strokeWidth={1.8}
            className={clsx('text-muted transition-transform duration-120', open && 'rotate-90')}
          />
          Differs as expected
          <span className="text-small font-normal text-faint">{formatCount(data.expectedCount)}</span>
        </button>
      </h2>
      <div id={bodyId} hidden={!open} className="mt-2">
        {open && <Rows count={data.expectedCount} />}
      </div>
    </section>
  );
}

function Rows({ count }: { count: number }) {
  const { data: expected, error, isFetching, refetch } = useQuery(expectedDivergencesQuery());
  if (expected === undefined) {
    return error === null ? (
      <PendingBars widths={[60, 48, 66]} row="h-10" />
    ) : (
      <CouldNotAsk error={error} isAsking={isFetching} onRetry={refetch} />
    );
  }
  return (
    <>
      <ul>
        {expected.slice(0, MOST_SHOWN).map((one) => (
          <Row key={`${one.key} ${one.kind} ${one.reason} ${one.difference}`} one={one} />
        ))}
      </ul>
      {count > MOST_SHOWN && (
        <p className="text-small text-faint">and {formatCount(count - MOST_SHOWN)} more</p>
      )}
    </>
  );
}

function Row({ one }: { one: ExpectedDivergenceView }) {
  const { key, service, frontends, kind, difference, explanation, since } = one;
  const title = service === null ? key : `${service.namespace}/${service.name}`;
  return (
    <li className="grid grid-cols-[0.75rem_minmax(0,1fr)] gap-3 border-t border-line py-2 first:border-0 first:pt-0.5">
      <StateMark mark={kind === 'own-rows' ? 'absent' : 'differs'} label={null} className="mt-1" />
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline gap-x-2.5">
          <Link
            href={`${paths.services}?f=${encodeURIComponent(key)}`}
            className="font-medium wrap-anywhere hover:underline max-desk:after:absolute max-desk:after:inset-0"
          >
            {title}
          </Link>
          <span className="text-small text-faint">{formatPlural(frontends, 'frontend')}</span>
          {since !== null && (
            <span className="ml-auto text-small whitespace-nowrap text-muted">
              <Age timestamp={since} form="bare" />
            </span>
          )}
        </p>
        <p className="text-small text-pretty wrap-anywhere text-muted">
          <AnnotatedText text={difference} /> {explanation}
        </p>
      </div>
    </li>
  );
}
