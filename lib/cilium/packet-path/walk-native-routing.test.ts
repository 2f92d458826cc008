import { describe, expect, test } from 'vitest';
import type { DatapathSettings } from './datapath-settings';
import { expected } from './expected-hops.fixture';
import { shortHand } from './hop-short-hand.fixture';
import type { IPFamily, L4 } from './packet';
import { addresses, questionFixture } from './packet-question.fixture';
import { walkPacket } from './walk-packet';

type Case = {
  mode: DatapathSettings['mode'];
  dispatch: DatapathSettings['dispatch'];
  protocol: L4;
  family: IPFamily;
  backend: 'local' | 'remote';
};
const cases: Case[] = (['snat', 'dsr', 'hybrid'] as const).flatMap((mode) =>
  (['opt', 'geneve', 'ipip'] as const).flatMap((dispatch) =>
    (['TCP', 'UDP'] as const).flatMap((protocol) =>
      (['IPv4', 'IPv6'] as const).flatMap((family) =>
        (['local', 'remote'] as const).map((backend) => ({ mode, dispatch, protocol, family, backend })),
      ),
    ),
  ),
);

function hopsExpected({ mode, dispatch, protocol, family, backend }: Case): string[] {
  if (backend === 'local') return expected.local;
  if (mode === 'snat' || (mode === 'hybrid' && protocol === 'UDP')) return expected.snat;
  const four = family === 'IPv4';
  switch (dispatch) {
    case 'opt':
      return expected.opt(four ? 8 : 24);
    case 'geneve':
      return expected.geneve(four ? 62 : 94);
    case 'ipip':
      return expected.ipip(four ? 20 : 40);
  }
}

describe('every header at every hop, native routing', () => {
  test.each(cases)('$mode $dispatch $protocol $family, backend $backend', (one) => {
    const { mode, dispatch, family, protocol, backend } = one;
    // IPIP carries no port: both sides have the same.
    const pod = dispatch === 'ipip' ? 80 : 8080;
    const walk = walkPacket(
      questionFixture({ family, protocol, backend, backendPort: pod, settings: { mode, dispatch } }),
    );
    expect(walk.failure).toBeNull();
    expect(walk.hops.map(shortHand(family, { pod }))).toEqual(hopsExpected(one));
    const isHidden = hopsExpected(one) === expected.snat;
    expect(walk.seenByBackend?.ip).toBe(isHidden ? addresses[family].n1 : addresses[family].client);
  });
});
