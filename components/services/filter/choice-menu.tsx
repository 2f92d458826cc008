'use client';

import { DropdownMenu } from 'radix-ui';
import { Menu, MenuMark, menuActionClass, menuChoiceClass } from '@/components/ui/menu';
import { formatCount } from '@/lib/format';
import type { FacetChoice } from './facets';
import { toggled } from './filter-choices';

type ChoiceMenuProps = {
  /** What is chosen among: `Namespace`. */
  word: string;
  /** Said where nothing is chosen: `all`. */
  all: string;
  choices: readonly FacetChoice[];
  values: readonly string[];
  titleOf: (value: string) => string;
  onChange: (values: string[] | null) => void;
};

/** A filter with too many choices for chips: a menu with counts, more than one may be on. */
export function ChoiceMenu({ word, all, choices, values, titleOf, onChange }: ChoiceMenuProps) {
  const [first] = values;
  const shown = first === undefined ? all : values.length === 1 ? titleOf(first) : `${values.length} chosen`;
  return (
    <Menu word={word} shown={<span className={values.length > 0 ? 'text-accent-text' : ''}>{shown}</span>}>
      <DropdownMenu.Item
        onSelect={() => onChange(null)}
        disabled={values.length === 0}
        className={menuActionClass}
      >
        Show all
      </DropdownMenu.Item>
      <DropdownMenu.Separator className="my-1 h-px bg-line" />
      {choices.map(({ value, count }) => (
        <DropdownMenu.CheckboxItem
          key={value}
          checked={values.includes(value)}
          onCheckedChange={() => onChange(toggled(values, value))}
          onSelect={(event) => event.preventDefault()}
          className={menuChoiceClass}
        >
          <MenuMark />
          <span className="flex-1 truncate" title={value}>
            {titleOf(value)}
          </span>
          <span className="pl-4 text-faint">{formatCount(count)}</span>
        </DropdownMenu.CheckboxItem>
      ))}
    </Menu>
  );
}
