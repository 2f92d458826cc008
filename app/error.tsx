'use client';

import { PageHead } from '@/components/shell/page-head';
import { Button } from '@/components/ui/button';

/** A page that broke: what it said, and a way on. The frame around it still works. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <>
      <PageHead title="This page broke" />
      <div className="max-w-prose px-4 desk:px-6">
        <p className="text-lead text-muted">
          It is a fault of KPR Explorer, not of your cluster. The other pages still work.
        </p>
        <pre className="mono mt-4 overflow-x-auto rounded-control border border-line bg-sunken px-3 py-2">
          {error.message}
          {error.digest !== undefined && `\n${error.digest}`}
        </pre>
        <Button className="mt-4" onClick={reset}>
          Try again
        </Button>
      </div>
    </>
  );
}
