'use client';

import { Table2, Waypoints } from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { PageHead } from '@/components/shell/page-head';
import { useNodeNameParts } from '@/components/ui/node-name';
import { SegmentedControl } from '@/components/ui/segmented-control';
import { formatCount } from '@/lib/format';
import { ChoiceMenu } from './filter/choice-menu';
import type { Facets } from './filter/facets';
import type { ServiceCounts } from './filter/service-counts';
import { GroupMenu } from './group/group-menu';
import { groupTitle } from './group/row-group';
import { PhoneView } from './phone/phone-view';
import { ColumnsMenu } from './table/columns-menu';
import type { ServicesUrl, SetServicesUrl } from './use-services-url';

type ServicesHeadProps = Pick<ServicesUrl, 'ns' | 'node' | 'view' | 'group' | 'zoom' | 'sort' | 'hide'> & {
  phone: boolean;
  setUrl: SetServicesUrl;
  facets: Facets;
  counts: ServiceCounts | null;
  /** The menu that takes the list away. */
  exporting: ReactNode;
};

const segments = [
  { value: 'map', label: 'Map', icon: <Waypoints aria-hidden size={14} strokeWidth={1.6} /> },
  { value: 'table', label: 'Table', icon: <Table2 aria-hidden size={14} strokeWidth={1.6} /> },
] as const;

/** Title, counts, the two filters that are menus, and the way to look at it. */
export const ServicesHead = memo(function ServicesHead(props: ServicesHeadProps) {
  const { ns, node, view, group, zoom, sort, hide, phone, setUrl, facets, counts, exporting } = props;
  const parts = useNodeNameParts();
  return (
    <PageHead
      title="Services"
      facts={
        <>
          {counts !== null && <Facts counts={counts} />}
          {phone && (
            <span className="-my-1 ml-auto">
              <PhoneView {...{ view, group, zoom, sort, hide, ns, node, setUrl, facets }} />
            </span>
          )}
        </>
      }
      actions={
        <>
          <span className="flex items-center max-desk:hidden">
            {view === 'map' && <GroupMenu group={group} zoom={zoom} setUrl={setUrl} />}
            {view === 'table' && <ColumnsMenu hide={hide} setUrl={setUrl} />}
            <ChoiceMenu
              word="Namespace"
              all="all"
              choices={facets.namespaces}
              values={ns}
              titleOf={(value) => groupTitle({ by: 'namespace', value })}
              onChange={(values) => void setUrl({ ns: values })}
            />
            <ChoiceMenu
              word="Node"
              all="all"
              choices={facets.nodes}
              values={node}
              titleOf={(name) => parts(name).distinct}
              onChange={(values) => void setUrl({ node: values })}
            />
          </span>
          {exporting}
          <SegmentedControl
            label="View"
            segments={segments}
            value={view}
            onValueChange={(value) => void setUrl({ view: value })}
          />
        </>
      }
    />
  );
});

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
