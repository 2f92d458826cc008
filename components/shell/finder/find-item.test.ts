import { describe, expect, it } from 'vitest';
import { findMatches, type FindItem } from './find-item';

function item(group: FindItem['group'], title: string, aside = ''): FindItem {
  return {
    id: `${group} ${title}`,
    group,
    title,
    aside,
    href: '/',
    haystack: `${title} ${aside}`.toLowerCase(),
  };
}

const items = [
  item('Pages', 'Services'),
  item('Services', 'echo-other-node', 'cilium-test'),
  item('Services', 'kube-dns', 'kube-system'),
  item('Addresses', '10.100.0.10:53', 'kube-dns'),
  item('Addresses', '10.100.0.1:443', 'kubernetes'),
  item('Nodes', 'ip-192-168-53-201.ec2.internal'),
];

function titles(query: string) {
  return [...findMatches(items, query).values()].flat().map(({ title }) => title);
}

describe('findMatches', () => {
  it('finds an address by its start, its end and the Service behind it', () => {
    expect(titles('10.100.0.1')).toEqual(['10.100.0.10:53', '10.100.0.1:443']);
    expect(titles(':443')).toEqual(['10.100.0.1:443']);
    expect(titles('kube-dns')).toEqual(['kube-dns', '10.100.0.10:53']);
  });

  it('wants every word, in any order', () => {
    expect(titles('test echo')).toEqual(['echo-other-node']);
    expect(titles('echo dns')).toEqual([]);
  });

  it('puts the whole title first', () => {
    expect(titles('10.100.0.1:443')[0]).toBe('10.100.0.1:443');
  });

  it('offers pages and nodes before anything is typed', () => {
    expect(titles('')).toEqual(['Services', 'ip-192-168-53-201.ec2.internal']);
  });
});
