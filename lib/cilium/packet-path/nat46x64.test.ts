import { expect, test } from 'vitest';
import { addresses, backendOf, questionFixture } from './packet-question.fixture';
import { walkPacket } from './walk-packet';

test('a frontend of one family with backends of the other takes NAT46/64, and the node’s own address', () => {
  const question = questionFixture({
    settings: { nat46x64: true },
    row: { backends: [backendOf('fd00:2::20', 8080, 'n2')] },
  });
  const n1 = question.nodes.get('n1');
  if (n1 === undefined) throw new Error('no n1');
  const dual = { ...n1, ips: { IPv4: addresses.IPv4.n1, IPv6: addresses.IPv6.n1 } };
  const walk = walkPacket({ ...question, nodes: new Map([...question.nodes, ['n1', dual]]) });
  expect(walk.failure).toBeNull();
  expect(walk.seenByBackend).toEqual({ ip: addresses.IPv6.n1, port: 40000 });
  expect(walk.hops.at(-1)?.after).toMatchObject({ source: question.to, destination: { ip: '198.51.100.7' } });
});
