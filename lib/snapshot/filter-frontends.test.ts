import { describe, expect, test } from 'vitest';
import { filterFrontends, pageOf } from './filter-frontends';
import { rowMatcher } from './search-frontends';
import { problemFixture } from './problem.fixture';
import type { FrontendFilter } from './frontend-filter';
import { backendView, frontendView } from './snapshot.fixture';

const target = {
  kind: 'pod' as const,
  namespace: 'shop',
  name: 'web-7c-x1',
  workload: 'web',
  node: 'b',
  zone: null,
};
const problem = problemFixture('no-backends');

const web = frontendView('10.96.0.10:80/TCP', {
  service: { namespace: 'shop', name: 'web', portName: 'http' },
  labels: ['app.kubernetes.io/part-of=shop', 'app=checkout', 'tier=Front'],
  nodes: ['a', 'b'],
  backends: [backendView('10.0.0.1:8080/TCP', { target }), backendView('10.0.0.2:8080/TCP terminating')],
});
const webPort = frontendView('0.0.0.0:30080/TCP', {
  service: web.service,
  type: 'NodePort',
  nodes: ['a', 'b'],
});
const dns = frontendView('10.96.0.2:53/UDP', {
  service: { namespace: 'kube-system', name: 'kube-dns', portName: 'dns' },
  nodes: ['b'],
  problems: [problem],
});
const nameless = frontendView('192.0.2.1:40000/TCP', { type: 'HostPort', nodes: ['a'] });
const all = [nameless, webPort, dns, web];

const keys = (filter: FrontendFilter) => filterFrontends(all, filter).map(({ key }) => key);

describe('each part of the filter', () => {
  test.each<[FrontendFilter, string[]]>([
    [{ q: 'kube-dns' }, [dns.key]],
    [{ q: 'WEB http' }, [webPort.key, web.key]],
    [{ q: '10.0.0.1:8080' }, [web.key]],
    [{ q: 'web-7c' }, [web.key]],
    [{ q: 'app=checkout' }, [web.key]],
    [{ q: 'app.kubernetes.io/part-of=shop tier=front' }, [web.key]],
    [{ q: 'no such thing' }, []],
    [{ type: ['NodePort', 'HostPort'] }, [webPort.key, nameless.key]],
    [{ state: ['terminating'] }, [web.key]],
    [{ state: ['quarantined'] }, []],
    [{ namespace: ['kube-system'] }, [dns.key]],
    [{ node: ['b'] }, [dns.key, webPort.key, web.key]],
    [{ problem: ['any'] }, [dns.key]],
    [{ problem: ['leftover-backend'] }, []],
    [
      { type: [], state: [], namespace: [], node: [], problem: [], q: ' ' },
      [dns.key, webPort.key, web.key, nameless.key],
    ],
    [{ node: ['a'], type: ['ClusterIP'] }, [web.key]],
  ])('%j', (filter, expected) => {
    expect(keys(filter)).toEqual(expected);
  });
});

describe('the order', () => {
  test('is namespace, service, address as a number; rows without a Service last', () => {
    expect(keys({})).toEqual([dns.key, webPort.key, web.key, nameless.key]);
  });

  test('does not depend on the order given', () => {
    expect(filterFrontends([...all].reverse(), {})).toEqual(filterFrontends(all, {}));
  });

  test.each<[FrontendFilter['sort'], string[]]>([
    ['address', [webPort.key, dns.key, web.key, nameless.key]],
    ['-address', [nameless.key, web.key, dns.key, webPort.key]],
    ['type', [dns.key, web.key, nameless.key, webPort.key]],
    ['-backends', [web.key, dns.key, webPort.key, nameless.key]],
    ['problem', [dns.key, webPort.key, web.key, nameless.key]],
  ])('by %s', (sort, expected) => {
    expect(keys({ sort })).toEqual(expected);
  });

  test('addresses stand as numbers: .2 before .10', () => {
    expect(keys({ sort: 'address', type: ['ClusterIP'] })).toEqual([dns.key, web.key]);
  });
});

describe('a page', () => {
  test.each<[FrontendFilter, number]>([
    [{ offset: 0, limit: 2 }, 2],
    [{ offset: 3, limit: 2 }, 1],
    [{ offset: 9, limit: 2 }, 0],
    [{ offset: -5, limit: 1 }, 1],
    [{ limit: 0 }, 0],
    [{}, 4],
  ])('%j has %i rows of 4', (filter, count) => {
    const page = pageOf(all, filter);
    expect(page.items).toHaveLength(count);
    expect(page.total).toBe(4);
  });
});

test('a row is found by everything it shows', () => {
  for (const word of [
    '10.96.0.10:80/tcp',
    'clusterip',
    'shop/web',
    'http',
    'web-7c-x1',
    'b',
    'part-of=sh',
    'checkout',
  ])
    expect(rowMatcher([word])(web), word).toBe(true);
});

test('every word has to be there, wherever in the row it stands', () => {
  expect(rowMatcher(['10.96.0.10', 'web-7c', 'http'])(web)).toBe(true);
  expect(rowMatcher(['10.96.0.10', 'nowhere'])(web)).toBe(false);
  expect(rowMatcher(['nowhere'])(web, 'from nowhere')).toBe(true);
  expect(rowMatcher(['checkout', '10.96.0.10', 'tier=f'])(web)).toBe(true);
  expect(rowMatcher(['app=checkout'])(dns)).toBe(false);
});
