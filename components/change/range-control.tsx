'use client';

import { useId } from 'react';
import type { ControlProps } from './setting-choices';
import { TextControl } from './text-control';

const rangeForm = /^(\d{0,5}),(\d{0,5})$/;

/** A first and a last port. What is written in another form is left to be typed as it is. */
export function RangeControl(props: ControlProps) {
  const { setting, value, onValue } = props;
  const id = useId();
  const [, first, last] = rangeForm.exec(value) ?? [];
  if (first === undefined || last === undefined) return <TextControl {...props} />;
  const ends = [
    { word: 'First port', value: first, write: (next: string) => `${next},${last}` },
    { word: 'Last port', value: last, write: (next: string) => `${first},${next}` },
  ];
  return (
    <fieldset className="flex flex-wrap items-center gap-2">
      <legend className="sr-only">{setting.title}</legend>
      {ends.map((end, index) => (
        <span key={end.word} className="flex items-center gap-2">
          {index > 0 && <span className="text-muted">to</span>}
          <label htmlFor={`${id}${index}`} className="sr-only">
            {end.word}
          </label>
          <input
            id={`${id}${index}`}
            type="text"
            inputMode="numeric"
            autoComplete="off"
            maxLength={5}
            value={end.value}
            onChange={({ target }) => /^\d*$/.test(target.value) && onValue(end.write(target.value))}
            className="mono h-7.5 w-20 rounded-control border border-line-strong bg-surface px-2 max-desk:h-11"
          />
        </span>
      ))}
    </fieldset>
  );
}
