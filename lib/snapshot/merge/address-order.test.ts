import fc from 'fast-check';
import { expect, test } from 'vitest';
import { address } from '../snapshot.fixture';
import { addressOrder, ipOrder } from './address-order';

test('addresses stand by number, not by letter', () => {
  const sorted = [
    '0.0.0.0:30080/TCP',
    '10.96.0.2:80/TCP',
    '10.96.0.10:80/TCP',
    '10.96.0.10:443/TCP',
    '10.96.0.10:8080/TCP',
    '192.0.2.1:80/TCP',
    '[::]:80/TCP',
    '[fd00::2]:80/TCP',
    '[fd00::10]:80/TCP',
    '[fd00::a000]:80/TCP',
  ];
  const shuffled = [...sorted].reverse();
  shuffled.sort((a, b) => (addressOrder(address(a)) < addressOrder(address(b)) ? -1 : 1));
  expect(shuffled).toEqual(sorted);
});

test('one address has one order, however it is written', () => {
  expect(ipOrder('fd00:0:0::1')).toBe(ipOrder('fd00::1'));
});

test('the order of IPv4 addresses is that of their numbers', () => {
  const octets = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
  const number = (ip: readonly number[]) => ip.reduce((sum, octet) => sum * 256 + octet, 0);
  fc.assert(
    fc.property(octets, octets, (a, b) => {
      const before = ipOrder(a.join('.')) < ipOrder(b.join('.'));
      expect(before).toBe(number(a) < number(b));
    }),
  );
});

test('what is no address comes last', () => {
  expect(['10.0.0.1', 'fd00::1'].every((ip) => ipOrder(ip) < ipOrder('nonsense'))).toBe(true);
});
