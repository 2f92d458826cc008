import { expect, it } from 'vitest';
import { knobs } from '../settings/knob-catalogue';
import { formSections } from './form-settings';

const settings = formSections.flatMap((section) => section.settings);

it.each(settings.map((setting) => [setting.key, setting] as const))(
  'offers for %s what some version has, and leaves out only what tests are for',
  (key, { choices }) => {
    const known = knobs.filter((knob) => knob.key === key);
    expect(known.length).toBeGreaterThan(0);
    if (choices === undefined) return;
    const values = new Set(known.flatMap((knob) => knob.values ?? []));
    values.delete('testing-only');
    expect(choices.map(({ value }) => value).sort()).toEqual([...values].sort());
  },
);

it('names each key once', () => {
  expect(new Set(settings.map(({ key }) => key)).size).toBe(settings.length);
});
