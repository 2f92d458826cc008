'use client';

import { ListFilter } from 'lucide-react';
import type { RefObject } from 'react';
import { Kbd } from '@/components/ui/kbd';
import type { ServicesUrl, SetServicesUrl } from '../use-services-url';
import type { Facets } from './facets';
import { FilterChoices } from './filter-choices';

type FilterBarProps = {
  url: ServicesUrl;
  setUrl: SetServicesUrl;
  facets: Facets;
  inputRef: RefObject<HTMLInputElement | null>;
};

/** What is shown: words, types, states, and whether only what is wrong. */
export function FilterBar({ url, setUrl, facets, inputRef }: FilterBarProps) {
  return (
    <search
      aria-label="Filter"
      className="flex items-center gap-2 overflow-x-auto border-b border-line px-4 pb-2.5 [scrollbar-width:none] desk:px-6"
    >
      <label className="flex h-7.5 w-64 flex-none items-center gap-2 rounded-control border border-line bg-surface pr-1.5 pl-2.5 text-faint focus-within:border-accent max-wide:w-50 max-desk:h-11 max-desk:w-42">
        <ListFilter aria-hidden size={14} strokeWidth={1.6} className="flex-none" />
        <input
          ref={inputRef}
          type="search"
          value={url.q}
          placeholder="Name, IP:port, node, label"
          aria-label="Filter by name, address, pod, node or label"
          onChange={(event) => void setUrl({ q: event.target.value })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') event.currentTarget.blur();
          }}
          className="min-w-0 flex-1 bg-transparent text-ellipsis text-text outline-none placeholder:text-faint placeholder:opacity-100 [&::-webkit-search-cancel-button]:hidden"
        />
        <span className="max-desk:hidden">
          <Kbd>/</Kbd>
        </span>
      </label>
      <FilterChoices
        type={url.type}
        state={url.state}
        problems={url.problems}
        facets={facets}
        setUrl={setUrl}
      />
    </search>
  );
}
