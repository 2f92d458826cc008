'use client';

import { memo } from 'react';
import { Chip } from '@/components/ui/chip';
import { StateMark, markTitle } from '@/components/ui/state-mark';
import { Tooltip } from '@/components/ui/tooltip';
import type { ServicesUrl, SetServicesUrl } from '../use-services-url';
import type { Facets } from './facets';
import { ProblemsSwitch } from './problems-switch';

type FilterChoicesProps = Pick<ServicesUrl, 'type' | 'state' | 'problems'> & {
  facets: Facets;
  setUrl: SetServicesUrl;
};

/** The filters that are a touch each: types, states, and whether only what is wrong. A key typed beside it costs it nothing. */
export const FilterChoices = memo(function FilterChoices(props: FilterChoicesProps) {
  const { type, state, problems, facets, setUrl } = props;
  return (
    <>
      <div role="group" aria-label="Type" className="flex gap-1 max-desk:order-2">
        {facets.types.map(({ value, count }) => (
          <Chip
            key={value}
            pressed={type.includes(value)}
            count={count}
            onClick={() => void setUrl({ type: toggled(type, value) })}
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
              pressed={state.includes(value)}
              count={count}
              mark={<StateMark mark={value} label={null} />}
              onClick={() => void setUrl({ state: toggled(state, value) })}
            >
              {value === 'terminating-not-serving' ? 'not serving' : value}
            </Chip>
          </Tooltip>
        ))}
      </div>
      <ProblemsSwitch
        on={problems}
        count={facets.problems}
        onChange={(on) => void setUrl({ problems: on })}
      />
    </>
  );
});

/** Gives the choices with `value` added, or taken out; null, nothing in the URL, where none is left. */
export function toggled<Value extends string>(values: readonly Value[], value: Value): Value[] | null {
  const next = values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
  return next.length === 0 ? null : next;
}
