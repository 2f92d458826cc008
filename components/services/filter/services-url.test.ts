import { createLoader, createSerializer } from 'nuqs/server';
import { describe, expect, test } from 'vitest';
import { mostNames } from './names-param';
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
      unfold: ['0.0.0.0:30080/TCP', '[::]:30080/TCP'],
      fold: ['0.0.0.0:30598/TCP'],
      hide: ['backends', 'nodes'] as const,
    };
    const url = serialize({
      ...state,
      type: [...state.type],
      state: [...state.state],
      hide: [...state.hide],
    });
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

  test('columns it does not know, or that always stand, cannot be hidden', () => {
    expect(load('?hide=service,address,type,colour,__proto__').hide).toEqual(['type']);
    expect(load('?hide=').hide).toEqual([]);
  });

  test('lists of what is folded are bounded, whatever the address or the reader brings', () => {
    const many = Array.from({ length: 5_000 }, (_, at) => `0.0.0.0:${at}/TCP`);
    const { fold, open } = load(`?fold=${many.join(',')}&open=${'x'.repeat(50_000)},a,a,,b`);
    expect(fold).toEqual(many.slice(-mostNames));
    expect(open).toEqual(['a', '', 'b']);
    expect(load(serialize({ fold: many })).fold).toEqual(many.slice(-mostNames));
  });
});
