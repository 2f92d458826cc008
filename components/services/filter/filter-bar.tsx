'use client';

import { ListFilter } from 'lucide-react';
import type { RefObject } from 'react';
import { Chip } from '@/components/ui/chip';
import { Kbd } from '@/components/ui/kbd';
import { StateMark, markTitle } from '@/components/ui/state-mark';
import { Tooltip } from '@/components/ui/tooltip';
import type { ServicesUrl, SetServicesUrl } from '../use-services-url';
import type { Facets } from './facets';
import { ProblemsSwitch } from './problems-switch';

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
          placeholder="Name, IP:port, pod or node"
          aria-label="Filter by name, address, pod or node"
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
      <div role="group" aria-label="Type" className="flex gap-1 max-desk:order-2">
        {facets.types.map(({ value, count }) => (
          <Chip
            key={value}
            pressed={url.type.includes(value)}
            count={count}
            onClick={() => void setUrl({ type: toggled(url.type, value) })}
          >
            {value === 'NONE' ? 'no type' : value}
          </Chip>
        ))}
      </div>
      {facets.states.length > 0 && (
        <span aria-hidden className="mx-1 h-4 w-px flex-none bg-line max-desk:hidden" />
      )}
      <div role="group" aria-label="Backend state" className="flex gap-1 max-desk:order-2">
        {facets.states.map(({ value, count }) => (
          <Tooltip key={value} text={markTitle(value)} side="bottom">
            <Chip
              pressed={url.state.includes(value)}
              count={count}
              mark={<StateMark mark={value} label={null} />}
              onClick={() => void setUrl({ state: toggled(url.state, value) })}
            >
              {value === 'terminating-not-serving' ? 'not serving' : value}
            </Chip>
          </Tooltip>
        ))}
      </div>
      <ProblemsSwitch
        on={url.problems}
        count={facets.problems}
        onChange={(problems) => void setUrl({ problems })}
      />
    </search>
  );
}

/** Gives the choices with `value` added, or taken out; null, nothing in the URL, where none is left. */
export function toggled<Value extends string>(values: readonly Value[], value: Value): Value[] | null {
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return next.length === 0 ? null : next;
}
