import { expect, it } from 'vitest';
import { fieldIds } from './field-id';
import { fieldList, releaseAskedFor } from './field-view';

it('is the whole catalogue, as plain data', () => {
  const list = fieldList(null);
  expect(list.items.map(({ id }) => id)).toEqual([...fieldIds]);
  expect(JSON.parse(JSON.stringify(list))).toEqual(list);
  for (const { docs, printedThere } of list.items) {
    expect(docs).toMatch(/^https:\/\/docs\.cilium\.io\/en\/stable\//);
    expect(printedThere).toBeNull();
  }
});

it('gives for a version what holds there, and its documentation', () => {
  const byId = new Map(fieldList({ major: 1, minor: 12, patch: 0 }).items.map((item) => [item.id, item]));
  expect(byId.get('socket-lb')?.settings.map(({ key }) => key)).toEqual(['bpf-lb-sock']);
  expect(byId.get('routing')?.printedThere).toBe(false);
  expect(byId.get('routing')?.docs).toBe('https://docs.cilium.io/en/v1.12/concepts/networking/routing/');
  expect(byId.get('mode')?.docs).toContain('/en/v1.12/gettingstarted/kubeproxy-free/#');
  const later = new Map(fieldList({ major: 1, minor: 21, patch: 0 }).items.map((item) => [item.id, item]));
  expect(later.get('mode')?.docs).toContain('/en/latest/network/kubernetes/kubeproxy-free/#');
  expect(later.get('graceful-termination')?.printedThere).toBe(false);
});

it('takes a version without a patch for its newest release', () => {
  const coverage = (text: string) =>
    fieldList(releaseAskedFor(text)).items.find(({ id }) => id === 'socket-lb-coverage')?.printedThere;
  expect(['1.13.0', '1.13.4', '1.13', 'v1.13'].map(coverage)).toEqual([false, true, true, true]);
  expect(fieldList(releaseAskedFor('1.13')).version).toBe('1.13');
  expect(fieldList(releaseAskedFor('v1.13.4')).version).toBe('1.13.4');
  expect(releaseAskedFor('latest')).toBeNull();
});
