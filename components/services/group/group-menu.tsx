'use client';

import { DropdownMenu } from 'radix-ui';
import { Kbd } from '@/components/ui/kbd';
import { Menu, MenuMark, menuChoiceClass } from '@/components/ui/menu';
import type { ServicesUrl, SetServicesUrl } from '../use-services-url';
import { groupingWords, zoomWords } from './grouping-words';
import { groupings } from './row-group';
import { zooms } from './zoom';

type GroupMenuProps = Pick<ServicesUrl, 'group' | 'zoom'> & { setUrl: SetServicesUrl };

/** What the map's rows stand under, and how much of each Service is drawn. What was folded or opened is forgotten with it. */
export function GroupMenu({ group, zoom, setUrl }: GroupMenuProps) {
  return (
    <Menu
      word="Group by"
      shown={
        <>
          {groupingWords[group].word}
          {zoom !== 'backends' && (
            <span className="text-accent-text">{zoomWords[zoom].word.toLowerCase()}</span>
          )}
        </>
      }
    >
      <Title>Group by</Title>
      <DropdownMenu.RadioGroup
        value={group}
        onValueChange={(value) =>
          void setUrl({ group: groupings.find((one) => one === value) ?? null, closed: null, open: null })
        }
      >
        {groupings.map((value) => (
          <Choice key={value} value={value} {...groupingWords[value]} />
        ))}
      </DropdownMenu.RadioGroup>
      <DropdownMenu.Separator className="my-1 h-px bg-line" />
      <Title>
        Show{' '}
        <span className="ml-auto flex gap-1">
          <Kbd>+</Kbd> <Kbd>−</Kbd>
        </span>
      </Title>
      <DropdownMenu.RadioGroup
        value={zoom}
        onValueChange={(value) =>
          void setUrl({ zoom: zooms.find((one) => one === value) ?? null, open: null })
        }
      >
        {zooms.map((value) => (
          <Choice key={value} value={value} {...zoomWords[value]} />
        ))}
      </DropdownMenu.RadioGroup>
    </Menu>
  );
}

function Title({ children }: { children: React.ReactNode }) {
  return (
    <DropdownMenu.Label className="label flex items-center px-2 pt-1 pb-0.5">{children}</DropdownMenu.Label>
  );
}

function Choice({ value, word, about }: { value: string; word: string; about: string }) {
  return (
    <DropdownMenu.RadioItem value={value} className={menuChoiceClass}>
      <MenuMark />
      <span className="font-medium">{word}</span>
      <span className="ml-auto pl-4 text-faint">{about}</span>
    </DropdownMenu.RadioItem>
  );
}
