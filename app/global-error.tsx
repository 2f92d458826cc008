'use client';

import './globals.css';

/** The frame itself broke: nothing of the product can be relied on here, not even its navigation. */
export default function GlobalError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <html lang="en">
      <head>
        <title>KPR Explorer broke</title>
      </head>
      <body>
        <main className="mx-auto max-w-prose px-4 py-16">
          <h1 className="text-page font-semibold">KPR Explorer broke</h1>
          <p className="mt-2 text-lead text-muted">
            It is a fault of KPR Explorer, not of your cluster, and nothing in the cluster was changed.
          </p>
          <pre className="mono mt-4 overflow-x-auto rounded-control border border-line bg-sunken px-3 py-2">
            {error.message}
            {error.digest !== undefined && `\n${error.digest}`}
          </pre>
          <p className="mt-4 flex gap-4">
            <button
              type="button"
              onClick={reset}
              className="font-medium text-accent-text underline-offset-3 hover:underline"
            >
              Try again
            </button>
            {/* A full load, as the router may be what broke. */}
            {/* eslint-disable-next-line @next/next/no-html-link-for-pages */}
            <a href="/" className="font-medium text-accent-text underline-offset-3 hover:underline">
              Start from the Overview
            </a>
          </p>
        </main>
      </body>
    </html>
  );
}
