'use client';

import { useNodeNameParts } from '@/components/ui/node-name';
import type { Facets } from '../filter/facets';
import { toggled } from '../filter/filter-choices';
import { sorts } from '../filter/services-url';
import { groupingWords, zoomWords } from '../group/grouping-words';
import { groupings, groupTitle } from '../group/row-group';
import { zooms } from '../group/zoom';
import { columnTitles } from '../table/hideable-columns';
import type { ServicesUrl, SetServicesUrl } from '../use-services-url';
import { ChoiceChip, ChoiceList, ChoiceSet } from './phone-choice';
import { phoneColumns } from './phone-columns';

export type ViewChoicesProps = Pick<
  ServicesUrl,
  'view' | 'group' | 'zoom' | 'sort' | 'hide' | 'ns' | 'node'
> & {
  setUrl: SetServicesUrl;
  facets: Facets;
};

const sortTitles = { ...columnTitles, service: 'Service', address: 'Frontend' };

/** What the list stands under or is sorted by, how much of it is drawn, and of which namespaces and nodes. */
export function ViewChoices(props: ViewChoicesProps) {
  const { view, ns, node, setUrl, facets } = props;
  const parts = useNodeNameParts();
  return (
    <div className="flex flex-col gap-4">
      {view === 'map' ? <MapChoices {...props} /> : <TableChoices {...props} />}
      <div>
        <ChoiceList
          word="Namespace"
          choices={facets.namespaces}
          values={ns}
          titleOf={(value) => groupTitle({ by: 'namespace', value })}
          onChange={(values) => void setUrl({ ns: values })}
        />
        <ChoiceList
          word="Node"
          choices={facets.nodes}
          values={node}
          titleOf={(name) => parts(name).distinct}
          onChange={(values) => void setUrl({ node: values })}
        />
        {view === 'map' && (
          <button
            type="button"
            onClick={() => void setUrl({ closed: null, open: null, unfold: null, fold: null })}
            className="h-11 w-full border-t border-line text-left text-muted hover:text-text"
          >
            Open and fold as at first
          </button>
        )}
      </div>
    </div>
  );
}

function MapChoices({ group, zoom, setUrl }: ViewChoicesProps) {
  return (
    <>
      <ChoiceSet title="Group by">
        {groupings.map((value) => (
          <ChoiceChip
            key={value}
            type="radio"
            name="group"
            checked={value === group}
            onChange={() => void setUrl({ group: value, closed: null, open: null })}
          >
            {groupingWords[value].word}
          </ChoiceChip>
        ))}
      </ChoiceSet>
      <ChoiceSet title="Show">
        {zooms.map((value) => (
          <ChoiceChip
            key={value}
            type="radio"
            name="zoom"
            checked={value === zoom}
            onChange={() => void setUrl({ zoom: value, open: null })}
          >
            {zoomWords[value].word}
          </ChoiceChip>
        ))}
      </ChoiceSet>
    </>
  );
}

function TableChoices({ sort, hide, setUrl }: ViewChoicesProps) {
  return (
    <>
      <ChoiceSet title="Sort by">
        {sorts.map((by) => (
          <ChoiceChip
            key={by}
            type="radio"
            name="sort"
            checked={by === sort.by}
            onChange={() => void setUrl({ sort: { by, descending: false } })}
          >
            {sortTitles[by]}
          </ChoiceChip>
        ))}
        <ChoiceChip
          type="checkbox"
          checked={sort.descending}
          onChange={() => void setUrl({ sort: { ...sort, descending: !sort.descending } })}
        >
          Reversed
        </ChoiceChip>
      </ChoiceSet>
      <ChoiceSet title="Columns">
        {phoneColumns.map((column) => (
          <ChoiceChip
            key={column}
            type="checkbox"
            checked={!hide.includes(column)}
            onChange={() => void setUrl((now) => ({ hide: toggled(now.hide, column) }))}
          >
            {columnTitles[column]}
          </ChoiceChip>
        ))}
      </ChoiceSet>
    </>
  );
}
