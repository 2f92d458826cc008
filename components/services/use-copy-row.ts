'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { useNodeNameParts } from '@/components/ui/node-name';
import { formatPlural } from '@/lib/format';
import { frontendQuery } from '@/lib/queries/frontends';
import { linesToCopy } from './concerned-first';

const shownMs = 2400;

/** Copies a row as an agent printed it, one that is wrong where there is one, and gives what came of it in words. */
export function useCopyRow(): { message: string | null; copyRow: (key: string) => void } {
  const queryClient = useQueryClient();
  const parts = useNodeNameParts();
  const [message, setMessage] = useState<string | null>(null);
  useEffect(() => {
    if (message === null) return undefined;
    const timer = setTimeout(() => setMessage(null), shownMs);
    return () => clearTimeout(timer);
  }, [message]);

  const copy = useCallback(
    async (key: string) => {
      try {
        const { frontend, perNode } = await queryClient.fetchQuery(frontendQuery(key));
        const source = linesToCopy(frontend, perNode);
        if (source === undefined) {
          setMessage('No agent prints this row');
          return;
        }
        await navigator.clipboard.writeText(`${source.lines.join('\n')}\n`);
        setMessage(`Copied ${formatPlural(source.lines.length, 'line')} of ${parts(source.node).distinct}`);
      } catch (error) {
        setMessage(
          error instanceof DOMException
            ? 'The browser does not allow copying'
            : 'Could not ask for the lines',
        );
      }
    },
    [queryClient, parts],
  );
  const copyRow = useCallback((key: string) => void copy(key), [copy]);
  return { message, copyRow };
}
