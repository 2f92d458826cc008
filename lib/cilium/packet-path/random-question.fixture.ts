import fc from 'fast-check';
import { addresses, questionFixture } from './packet-question.fixture';

const settingsOf = fc.record({
  mode: fc.constantFrom('snat', 'dsr', 'hybrid'),
  dispatch: fc.constantFrom('opt', 'ipip', 'geneve'),
  socketLB: fc.constantFrom('off', 'host-only', 'full'),
  acceleration: fc.constantFrom('disabled', 'native', 'best-effort', 'testing-only'),
  tunnel: fc.constantFrom(null, 'vxlan', 'geneve'),
  externalClusterIP: fc.boolean(),
  nat46x64: fc.boolean(),
  mtuBytes: fc.constantFrom(1500, 9001),
} satisfies Record<string, fc.Arbitrary<unknown>>);

/** Packets of any client to any Service, through nodes with any settings. */
export const questions = fc
  .record({
    family: fc.constantFrom('IPv4', 'IPv6'),
    protocol: fc.constantFrom('TCP', 'UDP'),
    settings: settingsOf,
    minor: fc.integer({ min: 10, max: 21 }),
    backend: fc.constantFrom('local', 'remote', 'none'),
    backendPort: fc.constantFrom(80, 8080),
    type: fc.constantFrom(
      'ClusterIP',
      'NodePort',
      'LoadBalancer',
      'ExternalIPs',
      'HostPort',
      'LocalRedirect',
    ),
    scope: fc.constantFrom('external', 'internal'),
    client: fc.constantFrom('outside', 'node', 'pod'),
    port: fc.integer({ min: 1, max: 65535 }),
    moment: fc.constantFrom('first', 'later'),
    isBackendReplaced: fc.boolean(),
    payloadBytes: fc.integer({ min: 8, max: 1480 }),
    checked: fc.subarray(['n1', 'n2']),
    dropsIPOptions: fc.boolean(),
  })
  .map((given) => {
    const { family, type, scope, port, client } = given;
    const at = addresses[family];
    return questionFixture({
      ...given,
      row: { type, scope },
      client:
        client === 'outside'
          ? { kind: client, ip: at.client, port, entryNode: 'n1' }
          : client === 'pod'
            ? { kind: client, node: 'n1', name: 'web', ip: at.localPod, port }
            : { kind: client, node: 'n1', port },
      over: {
        moment: given.moment,
        isBackendReplaced: given.isBackendReplaced,
        payloadBytes: given.payloadBytes,
        fabric: { sourceCheckedNodes: new Set(given.checked), dropsIPOptions: given.dropsIPOptions },
      },
    });
  });
