import { expect, test } from 'vitest';
import type { KubeObject } from '../kube-object';
import { podPrinter } from './pod-printer';

const nowMs = Date.parse('2026-01-10T12:00:00Z');
const running = { running: { startedAt: '2026-01-10T11:00:00Z' } };
const ended = (exitCode: number, reason = '') => ({
  terminated: { exitCode, reason, finishedAt: '2026-01-10T11:59:30Z' },
});
const waiting = (reason: string) => ({ waiting: { reason } });

type Status = {
  name?: string;
  ready?: boolean;
  restartCount?: number;
  state: object;
  lastState?: object;
  started?: boolean;
};

function pod(
  phase: string,
  containers: Status[],
  more: { init?: Status[]; initSpec?: object[]; metadata?: object; conditions?: object[] } = {},
): KubeObject {
  const complete = (status: Status, index: number) => ({
    name: `c${index}`,
    ready: false,
    restartCount: 0,
    ...status,
  });
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'p', creationTimestamp: '2026-01-10T11:54:55Z', ...more.metadata },
    spec: {
      containers: containers.map((_, index) => ({ name: `c${index}` })),
      initContainers: more.initSpec ?? more.init?.map((_, index) => ({ name: `c${index}` })),
    },
    status: {
      phase,
      conditions: more.conditions,
      containerStatuses: containers.map(complete),
      initContainerStatuses: more.init?.map(complete),
    },
  };
}

const initialized = [{ type: 'Initialized', status: 'True' }];

test.each<[string, KubeObject, ready: string, status: string, restarts: string]>([
  ['running', pod('Running', [{ ready: true, state: running }]), '1/1', 'Running', '0'],
  [
    'running, one not ready',
    pod('Running', [{ ready: true, state: running }, { state: running }]),
    '1/2',
    'Running',
    '0',
  ],
  ['creating', pod('Pending', [{ state: waiting('ContainerCreating') }]), '0/1', 'ContainerCreating', '0'],
  [
    'crashing',
    pod('Running', [{ state: waiting('CrashLoopBackOff'), lastState: ended(1, 'Error'), restartCount: 3 }]),
    '0/1',
    'CrashLoopBackOff',
    '3 (30s ago)',
  ],
  ['failed without a reason', pod('Failed', [{ state: ended(137) }]), '0/1', 'ExitCode:137', '0'],
  ['completed', pod('Succeeded', [{ state: ended(0, 'Completed') }]), '0/1', 'Completed', '0'],
  [
    'half completed',
    pod('Running', [{ ready: true, state: running }, { state: ended(0, 'Completed') }]),
    '1/2',
    'NotReady',
    '0',
  ],
  [
    'deleted while running',
    pod('Running', [{ ready: true, state: running }], {
      metadata: { deletionTimestamp: '2026-01-10T12:00:30Z' },
    }),
    '1/1',
    'Terminating',
    '0',
  ],
  [
    'second init container runs',
    pod('Pending', [{ state: waiting('PodInitializing') }], {
      init: [{ state: ended(0) }, { state: running }],
    }),
    '0/1',
    'Init:1/2',
    '0',
  ],
  [
    'init container fails again and again',
    pod('Pending', [{ state: waiting('PodInitializing') }], {
      init: [{ state: waiting('CrashLoopBackOff'), restartCount: 2, lastState: ended(1) }],
    }),
    '0/1',
    'Init:CrashLoopBackOff',
    '2 (30s ago)',
  ],
  [
    'init containers are through: their restarts no longer count',
    pod('Running', [{ ready: true, state: running }], {
      init: [{ state: ended(0), restartCount: 2 }],
      conditions: initialized,
    }),
    '1/1',
    'Running',
    '0',
  ],
  [
    'a sidecar counts as a container',
    pod('Running', [{ ready: true, state: running }], {
      initSpec: [{ name: 'c0', restartPolicy: 'Always' }],
      init: [{ state: running, ready: true, started: true, restartCount: 1 }],
      conditions: initialized,
    }),
    '2/2',
    'Running',
    '1',
  ],
])('%s', (_name, object, ready, status, restarts) => {
  expect(podPrinter.cells(object, nowMs).slice(0, 5)).toEqual(['p', ready, status, restarts, '5m5s']);
});
