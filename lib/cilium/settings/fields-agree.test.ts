import { expect, it } from 'vitest';
import { fields } from '../fields/catalogue';
import { inSpan } from '../fields/version-span';
import { knobOf } from './knob-catalogue';

/** The minor versions that the explanations and the knobs both tell of. */
const minors = Array.from({ length: 12 }, (_, index) => 10 + index);
const settings = Object.values(fields).flatMap((entry) => entry.settings);

it.each(minors)('explanations and knobs name the same keys, values and defaults in 1.%i', (minor) => {
  const version = { major: 1, minor, patch: 9 };
  for (const { key, helm, default: byDefault, ...span } of settings) {
    if (!inSpan(version, { since: span.since, until: span.until })) continue;
    const knob = knobOf(key, version);
    expect(knob, `${key} is a knob of 1.${minor}`).not.toBeNull();
    expect([key, knob?.helm]).toEqual([key, helm]);
    if (knob?.default) expect([key, knob.default]).toEqual([key, byDefault]);
  }
});
