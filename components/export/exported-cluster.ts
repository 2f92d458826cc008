import type { QueryClient } from '@tanstack/react-query';
import type { ExportHead } from '@/lib/export/export-head';
import { Mask } from '@/lib/export/mask';
import { MaskVocabulary } from '@/lib/export/mask-vocabulary';
import { agentsQuery } from '@/lib/queries/agents';
import { agreementQuery } from '@/lib/queries/agreement';
import { frontendsQuery } from '@/lib/queries/frontends';
import { sourceQuery } from '@/lib/queries/source';
import type { AgentView } from '@/lib/snapshot/agent-view';
import type { AgreementView } from '@/lib/snapshot/agreement-view';
import type { FrontendView } from '@/lib/snapshot/frontend-view';
import type { SourceView } from '@/lib/snapshot/source-view';
import { inSlices } from './in-slices';

/** What the page knows at the moment of an export. */
export type ExportedCluster = {
  agents: readonly AgentView[];
  frontends: readonly FrontendView[];
  agreement: AgreementView | null;
  source: SourceView | null;
};

/** Reads what the page has; nothing is asked for. */
export function exportedCluster(queryClient: QueryClient): ExportedCluster {
  return {
    agents: queryClient.getQueryData(agentsQuery().queryKey)?.items ?? [],
    frontends: queryClient.getQueryData(frontendsQuery().queryKey)?.items ?? [],
    agreement: queryClient.getQueryData(agreementQuery().queryKey) ?? null,
    source: queryClient.getQueryData(sourceQuery().queryKey) ?? null,
  };
}

/**
 * Makes the mask of a cluster from all of it, whatever is exported: all formats, pages and filters then have the same
 * placeholders while the cluster is the same.
 */
export async function maskOfCluster(cluster: ExportedCluster): Promise<Mask> {
  const { agents, frontends, agreement, source } = cluster;
  const known = new MaskVocabulary();
  if (source !== null) for (const name of [source.title, source.context]) known.name('source', name);
  known.agents(agents);
  await inSlices(frontends, (frontend) => known.frontend(frontend));
  await inSlices(frontends, (frontend) => known.texts(frontend));
  if (agreement !== null) known.agreement(agreement);
  const { mask, steps } = Mask.inSteps(known);
  await inSlices(steps, () => undefined);
  return mask;
}

/** What an export made now says of itself. */
export function exportHead(source: SourceView | null, mask: Mask | null, filter: string | null): ExportHead {
  const title = source?.title ?? 'cluster';
  return {
    product: `KPR Explorer ${process.env['KPR_EXPLORER_VERSION'] ?? ''}`.trim(),
    source: mask === null ? title : mask.name('source', title),
    exportedAt: new Date().toISOString(),
    filter,
    masked: mask !== null,
  };
}
