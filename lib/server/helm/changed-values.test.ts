import { expect, it } from 'vitest';
import { changedValues, undoneValues, valueAt, valuePath } from './changed-values';

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
  const changed = changedValues(given, changes);
  expect(changed).toEqual({
    loadBalancer: { mode: 'dsr', dsrDispatch: 'opt' },
    maglev: { tableSize: 16381 },
    secret: 'x',
  });
  expect(undoneValues(changed, changes, {})).toEqual(given);
});

it('keeps a key of extraConfig in one part, and finds nothing that is not given', () => {
  expect(valuePath('extraConfig.some.key')).toEqual(['extraConfig', 'some.key']);
  expect(valueAt(given, ['loadBalancer', 'mode'])).toBe('snat');
  expect(valueAt(given, ['loadBalancer', 'mode', 'length'])).toBeUndefined();
  expect(valueAt(given, ['constructor'])).toBeUndefined();
});

it('gives the default of before where the chart has another one by now', () => {
  const mode = { path: ['loadBalancer', 'mode'], to: 'dsr' };
  const now = { loadBalancer: { mode: 'dsr' } };
  expect(undoneValues(now, [mode], { loadBalancer: {} })).toEqual({});
  expect(undoneValues(now, [mode], now)).toEqual({ loadBalancer: { mode: null } });
  expect(undoneValues(now, [{ ...mode, chartDefault: 'snat' }], now)).toEqual({
    loadBalancer: { mode: 'snat' },
  });
});
