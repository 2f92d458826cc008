'use client';

import Link from 'next/link';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { paths } from '@/lib/paths';
import { useIsInLesson } from './lesson-frame';

type SimulatorHeadProps = { title: string; actions?: ReactNode };

/** The head of a simulator: where it stands, its title, and the link to exactly what is in sight. */
export function SimulatorHead({ title, actions }: SimulatorHeadProps) {
  const isInLesson = useIsInLesson();
  const Heading = isInLesson ? 'h2' : 'h1';
  return (
    <div className="flex flex-wrap items-end gap-x-4 gap-y-2 px-4 pt-3 pb-2.5 desk:px-6">
      <div className="min-w-0 flex-1 max-desk:basis-full">
        {!isInLesson && (
          <nav aria-label="Breadcrumb" className="text-small text-muted">
            <Link
              href={paths.learn}
              className="text-accent-text underline underline-offset-3 max-desk:-my-3 max-desk:inline-block max-desk:py-3"
            >
              Learn
            </Link>{' '}
            / simulator
          </nav>
        )}
        <Heading
          className={`font-semibold tracking-[-0.012em] text-balance ${isInLesson ? 'text-lead' : 'text-page'}`}
        >
          {title}
        </Heading>
      </div>
      <div className="flex items-center gap-2">
        {actions}
        <CopyButton label="a link to exactly this" word="Copy link" text={() => window.location.href} />
      </div>
    </div>
  );
}
