import { expect, test } from 'vitest';
import { frontendFixture } from './frontend.fixture';
import { frontendKeyOf } from './frontend-key-of';

const udp = frontendFixture('10.0.0.1', { key: '10.0.0.1:80/UDP', protocol: 'UDP' });
const tcp = frontendFixture('10.0.0.1');
const only = frontendFixture('10.0.0.2', { key: '10.0.0.2:80/UDP', protocol: 'UDP' });
const inner = frontendFixture('10.0.0.3', { key: '10.0.0.3:80/TCP/i', scope: 'internal' });
const frontends = [udp, tcp, only, inner];

test.each([
  ['10.0.0.1:80/UDP', '10.0.0.1:80/UDP'],
  ['10.0.0.1:80', '10.0.0.1:80/TCP'],
  ['10.0.0.2:80', '10.0.0.2:80/UDP'],
  ['10.0.0.3:80/i', '10.0.0.3:80/TCP/i'],
  ['10.0.0.3:80', '10.0.0.3:80'],
  ['10.9.9.9:80', '10.9.9.9:80'],
])('%s opens %s', (typed, key) => {
  expect(frontendKeyOf(frontends, typed)).toBe(key);
});

test('an address without a protocol is not guessed between rows of which none is TCP', () => {
  const sctp = frontendFixture('10.0.0.1', { key: '10.0.0.1:80/SCTP', protocol: 'SCTP' });
  expect(frontendKeyOf([udp, sctp], '10.0.0.1:80')).toBe('10.0.0.1:80');
});
