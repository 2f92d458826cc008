import { expect, it } from 'vitest';
import { fields } from '../fields/catalogue';
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

// Their lines tell of them, though the commands there set the key of the line alone.
const toldBeside = ['bpf-lb-maglev-hash-seed'];

it.each(settings.flatMap(({ key, field }) => (field === null ? [] : [[key, field] as const])))(
  'leads from %s to the line %s, which knows the key',
  (key, field) => {
    const keys = fields[field].settings.map((setting) => setting.key);
    if (!toldBeside.includes(key)) expect(keys).toContain(key);
  },
);
