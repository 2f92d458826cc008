'use client';

import { Table2, Waypoints } from 'lucide-react';
import { PageHead } from '@/components/shell/page-head';
import { useNodeNameParts } from '@/components/ui/node-name';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { formatCount } from '@/lib/format';
import { ChoiceMenu } from './filter/choice-menu';
import type { Facets } from './filter/facets';
import { namespaceTitle } from './map/namespace-head';
import type { ServicesUrl, SetServicesUrl } from './use-services-url';

/** How many there are, and how many of them the filter leaves. */
export type ServiceCounts = {
  shown: number;
  frontends: number;
  shownBackends: number;
  backends: number;
  nodes: number;
};

type ServicesHeadProps = {
  url: ServicesUrl;
  setUrl: SetServicesUrl;
  facets: Facets;
  counts: ServiceCounts | null;
};

const segments = [
  { value: 'map', label: 'Map', icon: <Waypoints aria-hidden size={14} strokeWidth={1.6} /> },
  { value: 'table', label: 'Table', icon: <Table2 aria-hidden size={14} strokeWidth={1.6} /> },
] as const;

/** Title, counts, the two filters that are menus, and the way to look at it. */
export function ServicesHead({ url, setUrl, facets, counts }: ServicesHeadProps) {
  const parts = useNodeNameParts();
  return (
    <PageHead
      title="Services"
      facts={counts === null ? undefined : <Facts counts={counts} />}
      actions={
        <>
          <span className="flex items-center max-desk:hidden">
            <ChoiceMenu
              word="Namespace"
              all="all"
              choices={facets.namespaces}
              values={url.ns}
              titleOf={namespaceTitle}
              onChange={(ns) => void setUrl({ ns })}
            />
            <ChoiceMenu
              word="Node"
              all="all"
              choices={facets.nodes}
              values={url.node}
              titleOf={(node) => parts(node).distinct}
              onChange={(node) => void setUrl({ node })}
            />
          </span>
          <SegmentedControl
            label="View"
            segments={segments}
            value={url.view}
            onValueChange={(view) => void setUrl({ view })}
          />
        </>
      }
    />
  );
}

function Facts({ counts: { shown, frontends, shownBackends, backends, nodes } }: { counts: ServiceCounts }) {
  return (
    <>
      <span>
        <b>{formatCount(shown)}</b> {shown !== frontends && `of ${formatCount(frontends)} `}
        {frontends === 1 ? 'frontend' : 'frontends'}
      </span>
      <span>
        <b>{formatCount(shownBackends)}</b> {shownBackends !== backends && `of ${formatCount(backends)} `}
        {backends === 1 ? 'backend' : 'backends'}
      </span>
      <span>
        <b>{formatCount(nodes)}</b> {nodes === 1 ? 'node' : 'nodes'}
      </span>
    </>
  );
}
