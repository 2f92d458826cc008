'use client';

import { useQuery } from '@tanstack/react-query';
import { sourceQuery } from '@/lib/queries/source';

/** Says which cluster is looked at. */
export function SourceButton() {
  const { data } = useQuery(sourceQuery());
  return <span className="px-2 font-medium whitespace-nowrap">{data?.title ?? '…'}</span>;
}
