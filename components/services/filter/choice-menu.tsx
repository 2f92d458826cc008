'use client';

import { Check, ChevronDown } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { buttonClass } from '@/components/ui/button';
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
    <DropdownMenu.Root>
      <DropdownMenu.Trigger className={buttonClass({ kind: 'quiet', size: 'small' })}>
        <span className="text-faint">{word}</span>{' '}
        <span className={values.length > 0 ? 'text-accent-text' : ''}>{shown}</span>
        <ChevronDown aria-hidden size={14} strokeWidth={1.6} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align="end"
          sideOffset={4}
          collisionPadding={8}
          className="z-50 max-h-[min(26rem,var(--radix-dropdown-menu-content-available-height))] min-w-52 overflow-y-auto rounded-control border border-line-strong bg-raised p-1 text-small"
        >
          <DropdownMenu.Item
            onSelect={() => onChange(null)}
            disabled={values.length === 0}
            className="rounded-row px-2 py-1 text-muted outline-none data-disabled:text-faint data-highlighted:bg-row-hover"
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
              className="flex cursor-pointer items-center gap-2 rounded-row py-1 pr-2 pl-1.5 outline-none data-highlighted:bg-row-hover"
            >
              <span className="w-3.5 flex-none text-accent-text">
                <DropdownMenu.ItemIndicator>
                  <Check aria-hidden size={14} strokeWidth={2} />
                </DropdownMenu.ItemIndicator>
              </span>
              <span className="flex-1 truncate" title={value}>
                {titleOf(value)}
              </span>
              <span className="pl-4 text-faint">{formatCount(count)}</span>
            </DropdownMenu.CheckboxItem>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
