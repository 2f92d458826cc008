import { describe, expect, it } from 'vitest';
import { socketFacts } from './socket-facts';
import { socketKeys, type SocketKey, type SocketLink } from './socket-state';

const factsOf = (link: Partial<Record<SocketKey, string>> = {}) =>
  socketFacts({ ...(Object.fromEntries(socketKeys.map((key) => [key, null])) as SocketLink), ...link });

describe('the facts of the socket load balancer', () => {
  it('tell that TCP of a pod is translated once, in connect, however many packets follow', () => {
    const one = {
      hook: 'connect',
      isTranslatedAtSocket: true,
      isTranslatedPerPacket: false,
      translations: 1,
    };
    expect(factsOf()).toMatchObject({ ...one, packets: 10, packetDestination: 'backend' });
    expect(factsOf({ packets: '100' })).toMatchObject({ ...one, packets: 100, conntrackEntries: 0 });
  });

  it('tell that with host namespace only the same packets are each rewritten, there and back', () => {
    expect(factsOf({ cover: 'host-only' })).toMatchObject({
      hook: 'pod-device',
      isTranslatedPerPacket: true,
      translations: 20,
      packetsRewritten: 20,
      conntrackEntries: 1,
      packetDestination: 'service',
      getpeername: 'service',
      getpeernameBy: 'kernel',
    });
    expect(factsOf({ cover: 'host-only', caller: 'host' })).toMatchObject({
      hook: 'connect',
      translations: 1,
    });
  });

  it('tell what a sidecar sees, and what a guest’s kernel keeps from the hooks', () => {
    expect(factsOf({ caller: 'sidecar' }).sidecarSeesService).toBe(false);
    expect(factsOf({ caller: 'sidecar', cover: 'host-only' }).sidecarSeesService).toBe(true);
    expect(factsOf({ caller: 'kata' })).toMatchObject({
      hook: 'none',
      isAnswered: false,
      getpeername: 'none',
    });
    expect(factsOf({ caller: 'kata', cover: 'host-only' })).toMatchObject({
      hook: 'pod-device',
      isAnswered: true,
    });
  });

  it('tell how connected and unconnected UDP differ', () => {
    expect(factsOf({ protocol: 'UDP' })).toMatchObject({
      hook: 'sendmsg',
      translations: 20,
      packetsRewritten: 0,
      getpeername: 'none',
    });
    expect(factsOf({ protocol: 'UDP', udp: 'connected' })).toMatchObject({
      hook: 'connect',
      translations: 11,
      getpeername: 'service',
      getpeernameBy: 'hook',
    });
    expect(factsOf({ protocol: 'UDP', caller: 'sidecar' }).protocol).toBe('TCP');
  });

  it('tell that clients outside never meet a socket hook', () => {
    for (const cover of ['full', 'host-only'])
      expect(factsOf({ caller: 'outside', cover })).toMatchObject({ hook: 'node-device', translations: 20 });
    expect(factsOf({ caller: 'outside', cover: 'off' })).toMatchObject({
      hook: 'kube-proxy',
      translations: 0,
    });
  });
});
