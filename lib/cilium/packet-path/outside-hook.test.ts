import { describe, expect, test } from 'vitest';
import { tc } from './expected-hops.fixture';
import type { QuestionFixture } from './packet-question.fixture';
import { questionFixture } from './packet-question.fixture';
import { walkPacket } from './walk-packet';

describe('where it happens', () => {
  const hooks = (fixture: QuestionFixture) =>
    walkPacket(questionFixture(fixture))
      .hops.filter(({ place }) => place.kind === 'node' && place.node === 'n1')
      .map(({ hook }) => hook);

  test('in the driver with acceleration', () => {
    expect(hooks({ settings: { acceleration: 'native' } })).toEqual(['xdp', 'xdp', 'xdp', 'xdp']);
    expect(hooks({ settings: { acceleration: 'native', mode: 'dsr' } })).toEqual(['xdp', 'xdp']);
  });
  test('external policy Local is left to tc since v1.19', () => {
    const local = (minor: number) =>
      hooks({
        minor,
        backend: 'local',
        settings: { acceleration: 'native' },
        over: { policies: { ...questionFixture().policies, externalTrafficPolicy: 'Local' } },
      })[0];
    expect([local(18), local(19)]).toEqual(['xdp', tc]);
  });
  test('best effort is not claimed to be XDP for certain', () => {
    const { unknowns } = walkPacket(questionFixture({ settings: { acceleration: 'best-effort' } }));
    expect(unknowns.join()).toContain('not reported');
  });
});
