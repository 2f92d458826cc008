import { describe, expect, test } from 'vitest';
import { questionFixture } from './packet-question.fixture';
import { walkPacket } from './walk-packet';

describe('the port that SNAT sends from', () => {
  const from = (port: number, nodePortRange = { min: 30000, max: 32767 }) =>
    walkPacket(
      questionFixture({
        settings: { nodePortRange },
        client: { kind: 'outside', ip: '198.51.100.7', port, entryNode: 'n1' },
      }),
    ).seenByBackend?.port;
  test('is kept above the NodePort range, and free otherwise', () => {
    expect(from(40000)).toBe(40000);
    expect(from(32768)).toBe(32768);
    expect(from(32767)).toEqual({ min: 32768, max: 65535 });
    expect(from(40000, { min: 30000, max: 50000 })).toEqual({ min: 50001, max: 65535 });
  });
});
