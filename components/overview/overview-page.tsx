'use client';

import { PageHead } from '@/components/shell/page-head';

export function OverviewPage() {
  return <PageHead title="Overview" />;
}
