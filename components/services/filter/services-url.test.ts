import { createLoader, createSerializer } from 'nuqs/server';
import { describe, expect, test } from 'vitest';
import { servicesParams } from './services-url';

const load = createLoader(servicesParams);
const serialize = createSerializer(servicesParams);

describe('the URL of the Services page', () => {
  test('an empty URL is the whole map', () => {
    expect(load('')).toMatchObject({ view: 'map', q: '', type: [], state: [], problems: false, f: null });
    expect(serialize(load(''))).toBe('');
  });

  test('everything written comes back', () => {
    const state = {
      view: 'table' as const,
      q: 'pod x, y',
      type: ['NodePort', 'HostPort'] as const,
      state: ['leftover', 'terminating'] as const,
      ns: ['kube-system', 'a,b'],
      node: ['ip-192-168-18-107.ec2.internal'],
      problems: true,
      f: '[fd00::1]:53/UDP/i',
      sort: { by: 'changed', descending: true } as const,
      group: 'node' as const,
      zoom: 'services' as const,
      closed: ['default'],
      open: ['service shop/web'],
    };
    const url = serialize({ ...state, type: [...state.type], state: [...state.state] });
    expect(load(url)).toEqual(state);
    expect(url).toContain('problems=1');
    expect(url).toContain('sort=-changed');
  });

  test('what it does not know it leaves out', () => {
    expect(load('?view=cube&type=NodePort,Nonsense&sort=-nothing&problems=maybe')).toMatchObject({
      view: 'map',
      type: ['NodePort'],
      sort: { by: 'service', descending: false },
      problems: false,
    });
  });
});
