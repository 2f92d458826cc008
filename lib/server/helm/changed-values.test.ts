import { expect, it } from 'vitest';
import { changedValues, valueAt, valuePath } from './changed-values';

const given = {
  loadBalancer: { mode: 'snat', dsrDispatch: 'opt' },
  extraConfig: { 'a-key': '1' },
  secret: 'x',
};

it('changes what a path names, and nothing else; back gives the former values', () => {
  const changes = [
    { path: valuePath('loadBalancer.mode'), from: 'snat', to: 'dsr' },
    { path: valuePath('maglev.tableSize'), to: 16381 },
    { path: valuePath('extraConfig.a-key'), from: '1' },
  ];
  const changed = changedValues(given, changes, 'to');
  expect(changed).toEqual({
    loadBalancer: { mode: 'dsr', dsrDispatch: 'opt' },
    maglev: { tableSize: 16381 },
    secret: 'x',
  });
  expect(changedValues(changed, changes, 'from')).toEqual(given);
});

it('keeps a key of extraConfig in one part, and finds nothing that is not given', () => {
  expect(valuePath('extraConfig.some.key')).toEqual(['extraConfig', 'some.key']);
  expect(valueAt(given, ['loadBalancer', 'mode'])).toBe('snat');
  expect(valueAt(given, ['loadBalancer', 'mode', 'length'])).toBeUndefined();
  expect(valueAt(given, ['constructor'])).toBeUndefined();
});
