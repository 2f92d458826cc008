import { describe, expect, it } from 'vitest';
import { socketConsequences } from './socket-consequences';
import { socketHooks } from './socket-hooks';
import { callers, coverages, defaultSocketParameters, protocols, udpSockets } from './socket-parameters';
import { socketPredictions } from './socket-predictions';
import { socketRun } from './socket-run';
import { readSocketLink, socketKeys, writeSocketLink, type SocketLink } from './socket-state';

const cases = callers.flatMap((caller) =>
  coverages.flatMap((coverage) =>
    protocols.flatMap((protocol) =>
      udpSockets.map((udpSocket) => ({ ...defaultSocketParameters, caller, coverage, protocol, udpSocket })),
    ),
  ),
);

describe('questions', () => {
  it.each(cases)(
    'of $caller, $coverage, $protocol $udpSocket have their answers among them',
    (parameters) => {
      for (const packets of [1, 2, 100]) {
        const run = socketRun({ ...parameters, packets });
        const predictions = socketPredictions(run);
        const steps = predictions.map(({ step }) => step);
        expect(steps).toEqual(steps.toSorted((a, b) => a - b));
        for (const { step, options, rightId } of predictions) {
          expect(run.steps[step]).toBeDefined();
          expect(options.map(({ id }) => id)).toContain(rightId);
          expect(new Set(options.map(({ id }) => id)).size).toBe(options.length);
        }
      }
    },
  );
});

describe('hooks', () => {
  it('run as the table of a run says', () => {
    const used = (over: Partial<typeof defaultSocketParameters>) =>
      socketHooks(socketRun({ ...defaultSocketParameters, ...over }))
        .filter(({ isUsed }) => isUsed)
        .map(({ hook, here }) => `${hook} ${here}`);
    expect(used({})).toEqual([
      'cgroup/connect4 runs once',
      'cgroup/getpeername4 runs when asked',
      'cgroup/sock_release runs once',
    ]);
    expect(used({ protocol: 'UDP', minor: 17 })).toEqual([
      'cgroup/sendmsg4 runs 10 times',
      'cgroup/recvmsg4 runs 10 times',
    ]);
    expect(used({ coverage: 'off' })).toEqual([]);
    expect(used({ caller: 'outside' })).toEqual([]);
  });
});

describe('what it costs', () => {
  it('is once against each packet', () => {
    const rows = socketConsequences({ ...defaultSocketParameters, packets: 50 });
    expect(rows.find(({ label }) => label.startsWith('Translations'))?.cells).toEqual(['1', '100', '100']);
    const kata = socketConsequences({ ...defaultSocketParameters, caller: 'kata' });
    expect(kata[0]?.cells).toEqual([
      'nowhere: no answer comes',
      'at the pod’s device',
      'at the pod’s device',
    ]);
  });
});

describe('a link', () => {
  const none = Object.fromEntries(socketKeys.map((key) => [key, null])) as SocketLink;

  it('holds the state, and leaves out what is the default', () => {
    const state = {
      parameters: {
        ...({ coverage: 'host-only', caller: 'host', protocol: 'UDP', udpSocket: 'connected' } as const),
        ...{ packets: 33, minor: 17 },
        ends: {
          service: { ip: 'fd00::a', port: 53 },
          serviceName: 'kube-system/kube-dns',
          backend: { ip: 'fd00::b', port: 5353 },
          nodePort: null,
        },
      },
      step: 4,
      predicted: new Map([['who', 'socket']]),
      speed: '2' as const,
    };
    expect(readSocketLink(writeSocketLink(state))).toEqual({ state, ignored: [] });
    expect(writeSocketLink(readSocketLink(none).state)).toEqual(none);
  });

  it.each([
    '10.96.0.1~80,fd00::1~80,,',
    '10.96.0.1~80,10.0.0.1~0,,',
    'a,b,c,d',
    '10.96.0.1~80,10.0.0.1~80,,<b>',
  ])('tells of ends that are nonsense: %s', (ends) => {
    const { state, ignored } = readSocketLink({ ...none, ends });
    expect(ignored).toEqual([{ key: 'ends', value: ends }]);
    expect(state.parameters.ends).toBeNull();
  });
});
