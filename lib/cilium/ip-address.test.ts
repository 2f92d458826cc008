import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalIP, compareIPs, isIP, isIPv6, parseIPv6 } from './ip-address';

test.each([
  ['2001:0db8:AAAA:0:0:0:0:1', '2001:db8:aaaa::1'],
  ['0:0:0:0:0:0:0:0', '::'],
  ['1:0:0:2:0:0:0:3', '1:0:0:2::3'],
  ['1:0:2:3:4:5:6:7', '1:0:2:3:4:5:6:7'],
  ['::ffff:c000:0201', '::ffff:192.0.2.1'],
  ['fd00::0001@255', 'fd00::1@255'],
  ['fe80::0:1%eth0', 'fe80::1%eth0'],
  ['10.0.0.1@2', '10.0.0.1@2'],
  ['not:an:address', 'not:an:address'],
])('%s is written %s, as Go does', (given, canonical) => {
  expect(canonicalIP(given)).toBe(canonical);
});

test('every address keeps its value when it is written anew', () => {
  fc.assert(
    fc.property(fc.ipV6(), (ip) => {
      expect(isIPv6(ip)).toBe(true);
      expect(parseIPv6(canonicalIP(ip))).toEqual(parseIPv6(ip));
      expect(canonicalIP(canonicalIP(ip))).toBe(canonicalIP(ip));
    }),
  );
  fc.assert(fc.property(fc.ipV4(), (ip) => isIP(ip)));
});

test.each([
  '',
  '1.2.3',
  '1.2.3.256',
  '01.2.3.4',
  '1.2.3.4.5',
  ':',
  ':::',
  '1::2::3',
  '1:2:3:4:5:6:7:8:9',
  'g::',
  '::1.2.3',
  '1.2.3.4::',
])('%j is no address', (text) => {
  expect(isIP(text)).toBe(false);
});

test('addresses are ordered by number, IPv4 first, clusters after their own, and what is none last', () => {
  const ordered = [
    '0.0.0.0',
    '9.0.0.1',
    '10.0.0.2',
    '10.0.0.10',
    '10.0.0.10@2',
    '192.168.0.1',
    '::',
    'fd00::a',
    'fd00::10',
    'x',
    'y',
  ];
  expect([...ordered].reverse().sort(compareIPs)).toEqual(ordered);
});
