import type { RolloutMove, RolloutNode, RolloutStep, RolloutView } from '@/lib/snapshot/rollout-view';

const startMs = Date.parse('2026-08-22T10:00:00Z');

/** So many seconds into the rollout, as RFC 3339. */
export const at = (seconds: number): string => new Date(startMs + seconds * 1000).toISOString();

/** States and the seconds at which a node came into them; `back` before those on the way back. */
export function moves(...all: ([state: RolloutMove['state'], second: number] | 'back')[]): RolloutMove[] {
  let back = false;
  return all.flatMap((one) => {
    if (one === 'back') back = true;
    return one === 'back' ? [] : [{ state: one[0], sinceTimestamp: at(one[1]), back }];
  });
}

const restartedAt = (second: number) =>
  moves(['waiting', 0], ['restarting', second - 28], ['ready', second - 2], ['verified', second]);

/** A node of a rollout that waits. */
export function nodeFixture(node: string, over: Partial<RolloutNode> = {}): RolloutNode {
  return {
    node,
    state: 'waiting',
    sinceTimestamp: at(0),
    pod: null,
    realised: [{ key: 'bpf-lb-mode', value: 'snat' }],
    log: [],
    failure: null,
    history: moves(['waiting', 0]),
    ...over,
  };
}

/** A step from one second to another; null: it is being done. */
export function stepFixture(
  number: number,
  [from, to]: [from: number, to: number | null],
  what: string,
  over: Partial<RolloutStep> = {},
): RolloutStep {
  return {
    number,
    startedTimestamp: at(from),
    endedTimestamp: to === null ? null : at(to),
    what,
    node: null,
    outcome: to === null ? null : 'ok',
    detail: null,
    ...over,
  };
}

const written = stepFixture(1, [1, 2], 'ConfigMap kube-system/cilium-config written');
const restarted = (number: number, node: string, times: [number, number | null]) =>
  stepFixture(number, times, `Agent of ${node} restarted`, { node });

const verified = (node: string, second: number) =>
  nodeFixture(node, {
    state: 'verified',
    sinceTimestamp: at(second),
    pod: `cilium-${node}`,
    realised: [{ key: 'bpf-lb-mode', value: 'dsr' }],
    history: restartedAt(second),
  });

/** Two nodes verified, one restarting, one waiting. */
export function runningFixture(over: Partial<RolloutView> = {}): RolloutView {
  return {
    id: 'r-42',
    planId: '9f2c11aa',
    way: 'patch',
    by: 'trainer',
    fromAddress: '192.0.2.20',
    startedTimestamp: at(0),
    endedTimestamp: null,
    phase: 'restarting',
    verifiedTimestamp: null,
    paused: false,
    rollsBackOnFailure: true,
    changes: [{ key: 'bpf-lb-mode', from: 'snat', to: 'dsr' }],
    chosenNodes: null,
    canary: null,
    nodes: [
      verified('node-a', 32),
      verified('node-b', 58),
      nodeFixture('node-c', {
        state: 'restarting',
        sinceTimestamp: at(60),
        realised: [],
        history: moves(['waiting', 0], ['restarting', 60]),
      }),
      nodeFixture('node-d'),
    ],
    steps: [
      written,
      restarted(2, 'node-a', [4, 30]),
      restarted(3, 'node-b', [32, 56]),
      restarted(4, 'node-c', [60, null]),
    ],
    problems: { before: 3, after: null },
    problem: null,
    actions: ['pause', 'abort', 'rollback'],
    ...over,
  };
}

/** As the running one, held. */
export const pausedFixture = (): RolloutView =>
  runningFixture({ paused: true, actions: ['resume', 'abort', 'rollback'] });

const fatalLine =
  'level=fatal msg="unable to initialize kube-proxy replacement options" error="Node Port \\"dsr\\" mode cannot be used with vxlan tunneling."';

/** The second node has died of a rule, and the first goes back. */
export function failedFixture(over: Partial<RolloutView> = {}): RolloutView {
  return runningFixture({
    phase: 'rolling-back',
    nodes: [
      nodeFixture('node-a', {
        state: 'restarting',
        sinceTimestamp: at(64),
        realised: [],
        history: [...restartedAt(32), ...moves('back', ['waiting', 60], ['restarting', 64])],
      }),
      nodeFixture('node-b', {
        state: 'failed',
        sinceTimestamp: at(55),
        pod: 'cilium-x1',
        realised: [],
        log: ['level=info msg="Initializing daemon" subsys=daemon', fatalLine],
        failure: { line: fatalLine, ruleId: 'B3' },
        history: moves(['waiting', 0], ['restarting', 34], ['failed', 55]),
      }),
      nodeFixture('node-c'),
      nodeFixture('node-d'),
    ],
    steps: [
      written,
      restarted(2, 'node-a', [4, 30]),
      stepFixture(3, [32, 58], 'Agent of node-b restarted', {
        node: 'node-b',
        outcome: 'failed',
        detail: 'It exited twice.',
      }),
      stepFixture(4, [60, 61], 'ConfigMap kube-system/cilium-config written back'),
      restarted(5, 'node-a', [64, null]),
    ],
    problem: {
      code: 'command-failed',
      title: 'The agent of node-b could not start with the new values',
      detail: 'Its container exited twice with code 1.',
      hint: 'Read the fatal line below.',
    },
    actions: ['abort'],
    ...over,
  });
}

/** As the failed one, after all is back. */
export function rolledBackFixture(): RolloutView {
  const failed = failedFixture();
  const [a, b] = failed.nodes;
  const back = (node: RolloutNode | undefined, began: number, second: number) =>
    node === undefined
      ? []
      : [
          {
            ...node,
            state: 'reverted' as const,
            sinceTimestamp: at(second),
            realised: [{ key: 'bpf-lb-mode', value: 'snat' }],
            history: [
              ...node.history.filter((move) => !move.back),
              ...moves('back', ['restarting', began], ['ready', second - 2], ['reverted', second]),
            ],
          },
        ];
  return {
    ...failed,
    phase: 'rolled-back',
    endedTimestamp: at(130),
    nodes: [...back(a, 64, 92), ...back(b, 92, 124), ...failed.nodes.slice(2)],
    steps: [...failed.steps.slice(0, 4), restarted(5, 'node-a', [64, 90]), restarted(6, 'node-b', [92, 122])],
    problems: { before: 3, after: 3 },
    actions: [],
  };
}

/** All nodes verified. */
export function doneFixture(): RolloutView {
  const running = runningFixture();
  return {
    ...running,
    phase: 'done',
    verifiedTimestamp: at(110),
    endedTimestamp: at(118),
    nodes: ['node-a', 'node-b', 'node-c', 'node-d'].map((node, index) => verified(node, 32 + 26 * index)),
    steps: [
      ...running.steps.slice(0, 3),
      restarted(4, 'node-c', [60, 82]),
      restarted(5, 'node-d', [84, 108]),
    ],
    problems: { before: 3, after: 1 },
    actions: ['rollback'],
  };
}

/** A hundred nodes, the first forty verified. */
export function hundredFixture(): RolloutView {
  const names = Array.from({ length: 100 }, (_, index) => `node-${String(index + 1).padStart(3, '0')}`);
  return runningFixture({
    nodes: names.map((node, index) =>
      index < 40
        ? verified(node, 4 + index * 3)
        : nodeFixture(
            node,
            index < 42
              ? {
                  state: 'restarting',
                  sinceTimestamp: at(124),
                  history: moves(['waiting', 0], ['restarting', 124]),
                }
              : {},
          ),
    ),
    steps: [
      written,
      ...names
        .slice(0, 42)
        .map((node, index) => restarted(index + 2, node, [3 + index * 3, index < 40 ? 4 + index * 3 : null])),
    ],
  });
}
