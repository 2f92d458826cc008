'use client';

import { DropdownMenu } from 'radix-ui';
import { Menu, MenuMark, menuActionClass, menuChoiceClass } from '@/components/ui/menu';
import { toggled } from '../filter/filter-choices';
import type { SetServicesUrl } from '../use-services-url';
import { columnTitles, hideableColumns, type HideableColumn } from './hideable-columns';

type ColumnsMenuProps = { hide: readonly HideableColumn[]; setUrl: SetServicesUrl };

/** Which columns the table has. It stays open while columns are chosen. */
export function ColumnsMenu({ hide, setUrl }: ColumnsMenuProps) {
  const hidden = hideableColumns.filter((column) => hide.includes(column)).length;
  return (
    <Menu
      word="Columns"
      shown={hidden === 0 ? 'all' : <span className="text-accent-text">{hidden} hidden</span>}
    >
      <DropdownMenu.Item
        onSelect={() => void setUrl({ hide: null })}
        disabled={hide.length === 0}
        className={menuActionClass}
      >
        All columns
      </DropdownMenu.Item>
      <DropdownMenu.Separator className="my-1 h-px bg-line" />
      {hideableColumns.map((column) => (
        <DropdownMenu.CheckboxItem
          key={column}
          checked={!hide.includes(column)}
          onCheckedChange={() => void setUrl((now) => ({ hide: toggled(now.hide, column) }))}
          onSelect={(event) => event.preventDefault()}
          className={menuChoiceClass}
        >
          <MenuMark />
          {columnTitles[column]}
        </DropdownMenu.CheckboxItem>
      ))}
    </Menu>
  );
}
