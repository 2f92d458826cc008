import { expect, it } from 'vitest';
import { formSections } from './form-settings';
import { lockReason } from './setting-lock';

const settings = formSections.flatMap((section) => section.settings);
const settingOf = (key: string) => {
  const found = settings.find((setting) => setting.key === key);
  if (found === undefined) throw new Error(`the form has no ${key}`);
  return found;
};
const lock = (key: string, values: Record<string, string>) =>
  lockReason(settingOf(key), (parent) => values[parent] ?? '');

it('locks the dispatch while nothing uses DSR, and says what does', () => {
  expect(lock('bpf-lb-dsr-dispatch', { 'bpf-lb-mode': 'snat' })).toBe(
    'Forwarding mode is snat; this is used by dsr and hybrid, and where Services may choose their mode.',
  );
  for (const mode of ['dsr', 'hybrid'])
    expect(lock('bpf-lb-dsr-dispatch', { 'bpf-lb-mode': mode })).toBeNull();
  const byAnnotation = { 'bpf-lb-mode': 'snat', 'bpf-lb-mode-annotation': 'true' };
  expect(lock('bpf-lb-dsr-dispatch', byAnnotation)).toBeNull();
});

it('locks the tunnel protocol while no dispatch needs it', () => {
  expect(lock('tunnel-protocol', { 'bpf-lb-dsr-dispatch': 'opt' })).toContain('DSR dispatch is opt');
  expect(lock('tunnel-protocol', { 'bpf-lb-dsr-dispatch': 'geneve' })).toBeNull();
});

it.each(['bpf-lb-maglev-table-size', 'bpf-lb-maglev-hash-seed'])(
  'locks %s while nothing uses Maglev',
  (key) => {
    expect(lock(key, { 'bpf-lb-algorithm': 'random' })).toContain('Backend selection is random');
    expect(lock(key, { 'bpf-lb-algorithm': 'maglev' })).toBeNull();
    expect(lock(key, { 'bpf-lb-algorithm': 'random', 'bpf-lb-algorithm-annotation': 'true' })).toBeNull();
  },
);

it('locks no setting by one that the form does not have', () => {
  for (const { usedWith } of settings)
    for (const { key } of usedWith?.any ?? []) expect(settings.map((one) => one.key)).toContain(key);
});
