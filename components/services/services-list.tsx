'use client';

import { memo, useMemo } from 'react';
import type { ChangedRows } from './changed-rows';
import type { SortOrder } from './filter/services-url';
import type { Openings } from './group/zoom';
import { ServiceMap } from './map/service-map';
import { PhoneList } from './phone/phone-list';
import { PhoneTable } from './phone/phone-table';
import { ServicesTable } from './table/services-table';
import type { Folds } from './use-folds';
import type { ServicesModel } from './use-services-model';
import type { ServicesUrl } from './use-services-url';

type ServicesListProps = Pick<ServicesUrl, 'view' | 'sort' | 'hide'> & {
  openings: Openings;
  selectedKey: string | null;
  model: ServicesModel;
  folds: Folds;
  phone: boolean;
  changed: ChangedRows;
  onSelect: (key: string) => void;
  onCopy: (key: string) => void;
  onSort: (sort: SortOrder) => void;
  onToggleGroup: (value: string) => void;
  onOpenBlock: (block: string) => void;
};

/** The rows in the form asked for: map or table, on a desk or on a phone. */
export const ServicesList = memo(function ServicesList(props: ServicesListProps) {
  const { model, view, sort, hide, openings, selectedKey, phone, changed } = props;
  const { onSelect, onCopy, onSort, onToggleGroup, onOpenBlock } = props;
  const agents = model.answering.size;
  const nodeNames = useMemo(
    () => model.nodes.filter(({ agent }) => agent !== null).map(({ node }) => node),
    [model.nodes],
  );
  const rows = { selectedKey, onSelect, changed };
  const folds = { openings, onToggleGroup, ...props.folds };
  if (view === 'table') {
    return phone ? (
      <PhoneTable
        {...rows}
        groups={model.groups}
        nodes={nodeNames}
        answering={model.answering}
        sort={sort}
        hide={hide}
      />
    ) : (
      <ServicesTable
        {...rows}
        groups={model.groups}
        nodes={nodeNames}
        answering={model.answering}
        sort={sort}
        hide={hide}
        onSort={onSort}
        onCopy={onCopy}
      />
    );
  }
  return phone ? (
    <PhoneList {...rows} {...folds} groups={model.mapGroups} agents={agents} onOpenBlock={onOpenBlock} />
  ) : (
    <ServiceMap
      {...rows}
      {...folds}
      groups={model.mapGroups}
      onOpenBlock={onOpenBlock}
      nodes={model.nodes}
      specialEnds={model.ends}
      goneCount={model.goneCount}
      agents={agents}
      onCopy={onCopy}
      filterKey={JSON.stringify(model.filter)}
    />
  );
});
