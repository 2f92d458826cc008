import { describe, expect, it } from 'vitest';
import { agreedCluster, driftedCluster } from './cluster.fixture';
import { clusterAnswer } from './cluster-answer';
import { judgeAnswer } from './judge-answer';
import { judgeAgreement, judgeRollout, judgeServices, judgeSetting, newestRollout } from './judge-cluster';
import { judgeFacts } from './judge-facts';
import { judgeGoal } from './judge-goal';
import type { ClusterQuestion } from './judge-schema';
import { lessons } from './lesson-list';
import type { LiveCluster, LiveRollout } from './live-cluster';
import { afterEvent, noProgress } from './progress';
import { factsUnder } from './simulator-facts';

const dns = { ask: 'backends', service: 'kube-system/kube-dns' } as const;
const one = { ask: 'outside-address' } as const;
const two = { ask: 'two-outside-addresses' } as const;
const line = { ask: 'kube-proxy-line' } as const;
const rows = { ask: 'differing-node', what: 'rows' } as const;
const leftover = { ask: 'leftover-backend' } as const;
const questions: ClusterQuestion[] = [dns, one, two, line, rows, { ...rows, what: 'settings' }, leftover];

describe('an answer that is compared with the cluster', () => {
  it.each(questions.map((question) => [JSON.stringify(question), question] as const))(
    '%s: what the cluster gives as the answer is right',
    (_, question) => {
      const answer = clusterAnswer(driftedCluster, question) ?? '';
      expect(answer).not.toBe('');
      expect(judgeAnswer(driftedCluster, question, answer)).toMatchObject({ is: 'met' });
    },
  );

  it.each<[ClusterQuestion, string, RegExp]>([
    [dns, '', /Nothing is answered/],
    [dns, 'coredns', /no address in this/],
    [dns, '10.0.0.7', /one of them: 1 more/],
    [dns, '10.100.0.10 10.0.0.7', /is a frontend of kube-system\/kube-dns/],
    [dns, '10.0.0.7, 10.0.1.9, 10.0.0.30', /10\.0\.0\.30 is a backend of test\/echo, not/],
    [dns, '10.0.0.7:54 10.0.1.9', /not at port 54/],
    [dns, '1.2.3.4', /No agent knows 1\.2\.3\.4/],
    [one, '192.0.2.11', /has no port/],
    [one, '0.0.0.0:30080', /No packet is sent to 0\.0\.0\.0/],
    [one, 'http://10.100.2.2:8080/', /ClusterIP row of test\/echo/],
    [one, '10.0.0.30:8080', /a pod, not a frontend/],
    [one, '192.0.2.99:30080', /No agent has a row/],
    [two, '192.0.2.11:30080', /That is one way/],
    [two, '192.0.2.11:30080 192.0.2.11:30080', /That is one way/],
    [two, '192.0.2.11:30080 203.0.113.5:80', /of test\/echo and .* of test\/other/],
    [line, 'Strict', /has a name, a colon/],
    [line, 'Host Routing: Legacy', /Host Routing says something else/],
    [line, '  Status:   Strict', /repeats it/],
    [line, 'KubeProxyReplacement: True', /do not say True/],
    [rows, 'worker-1', /differs too, but in its settings/],
    [rows, 'worker-9', /There is no node worker-9. There are worker-1\.example and/],
    [leftover, '10.0.0.30:8080', /the API has it too/],
    [leftover, '10.0.0.98', /No agent has 10\.0\.0\.98/],
    [leftover, '10.0.0.99:9999', /10\.0\.0\.99 is one, but not at port 9999/],
  ])('%o, answered %o, is told what is so instead', (question, answer, seen) => {
    expect(judgeAnswer(driftedCluster, question, answer)).toEqual({
      is: 'open',
      seen: expect.stringMatching(seen) as string,
    });
  });

  it.each<[ClusterQuestion, string]>([
    [dns, '10.0.1.9:53/TCP\n10.0.0.7:53 (active)'],
    [one, 'http://203.0.113.5:80/index.html'],
    // Rows of node addresses are not in the list from 1.18 on: any node has the port of the wildcard row.
    [two, '192.0.2.11:30080 and 192.0.2.12:30080'],
    [line, 'KubeProxyReplacement:    Strict   [eth0 192.0.2.11 (Direct Routing)]'],
    [rows, 'worker-2'],
    [rows, 'Node 2'],
    [rows, 'node worker-2'],
    [leftover, '10.0.0.99'],
    [leftover, '10.0.0.99:8080/TCP'],
  ])('%o takes %o as somebody would type or copy it', (question, answer) => {
    expect(judgeAnswer(driftedCluster, question, answer)).toMatchObject({ is: 'met' });
  });

  it('gives away no answer to the question that follows: the node that differs, and not by what', () => {
    const { is, seen } = judgeAnswer(driftedCluster, rows, 'worker-2');
    expect({ is, seen }).toEqual({
      is: 'met',
      seen: 'worker-2.example has rows that are not what they must be.',
    });
    expect(seen).not.toContain(clusterAnswer(driftedCluster, leftover));
  });

  it('cannot be judged where the cluster has nothing to be asked for', () => {
    const empty: LiveCluster = { ...agreedCluster, rows: [], agents: [] };
    for (const [question, answer] of [
      [dns, '10.0.0.7'],
      [line, 'KubeProxyReplacement: Strict'],
      [rows, 'worker-2'],
      [leftover, '10.0.0.99'],
    ] as const)
      expect(judgeAnswer(empty, question, answer), question.ask).toMatchObject({ is: 'unknown' });
  });
});

const maglev = { key: 'bpf-lb-algorithm', to: 'maglev' };

describe('the state of the cluster', () => {
  it('is judged by what every agent says', () => {
    const mode = { key: 'bpf-lb-mode', oneOf: ['dsr', 'hybrid'] };
    const verdict = judgeSetting(driftedCluster, mode);
    expect(verdict.is).toBe('open');
    expect(verdict.seen).toContain('snat on worker-1.example, dsr on worker-2.example');
    const [, second] = driftedCluster.agents;
    const alike = { ...driftedCluster, agents: second === undefined ? [] : [second] };
    expect(judgeSetting(alike, mode)).toEqual({ is: 'met', seen: 'Every agent says dsr.' });
    expect(judgeSetting({ ...alike, agents: [] }, mode).is).toBe('unknown');
    expect(judgeSetting({ ...alike, agents: [{ node: 'a', ips: [], status: null }] }, mode).seen).toContain(
      'no answer',
    );
  });

  it('counts a rollout after the newest that was there before, and no other', () => {
    expect(judgeRollout(driftedCluster, maglev, '2026-01-02T09:59:00.000Z').is).toBe('met');
    expect(judgeRollout(driftedCluster, maglev, null).is).toBe('met');
    const itself = newestRollout(driftedCluster.rollouts ?? []);
    expect(itself).toBe('2026-01-02T10:00:00.000Z');
    expect(judgeRollout(driftedCluster, maglev, itself).is).toBe('open');
    expect(judgeRollout(driftedCluster, { ...maglev, to: 'random' }, null).is).toBe('open');
    expect(judgeRollout(driftedCluster, maglev, undefined).is).toBe('unknown');
    expect(newestRollout([])).toBeNull();
  });

  it('counts a rollout whatever the clock of the browser says', () => {
    const [judge] = lessons.flatMap(({ task }) =>
      task.goals.flatMap((goal) => (goal.judge.on === 'rollout' ? [goal.judge] : [])),
    );
    if (judge === undefined) throw new Error('No lesson asks for a rollout.');
    for (const now of ['2026-01-02T09:00:00.000Z', '2026-01-02T10:30:00.000Z']) {
      const begun = afterEvent(noProgress, 'a', { kind: 'read', card: '1' }, now);
      const seen = afterEvent(begun, 'a', { kind: 'rollouts-seen', newest: '2026-01-02T09:50:00.000Z' }, now);
      const newestBefore = seen['a']?.newestRolloutBefore;
      expect(
        judgeGoal(judge, { cluster: driftedCluster, facts: () => ({}), answer: '', newestBefore }).is,
        now,
      ).toBe('met');
    }
  });

  it.each<[string, Partial<LiveRollout>, string, RegExp]>([
    ['runs', { isDone: false, isOver: false }, 'open', /begun, and is not done/],
    ['was taken back on the way', { isDone: false }, 'open', /ended before every agent was seen with it/],
    ['was for chosen nodes', { chosenNodes: ['worker-1.example'] }, 'open', /to chosen nodes only/],
    ['was for all by their names', { chosenNodes: ['worker-1.example', 'worker-2.example'] }, 'met', /every/],
  ])('of a rollout that %s says so', (_, partial, is, seen) => {
    const rollouts = (driftedCluster.rollouts ?? []).map((rollout) => ({ ...rollout, ...partial }));
    expect(judgeRollout({ ...driftedCluster, rollouts }, maglev, null)).toEqual({
      is,
      seen: expect.stringMatching(seen) as string,
    });
  });

  it('tells the first difference, and none where agents agree', () => {
    expect(judgeAgreement(driftedCluster, false)).toMatchObject({
      is: 'open',
      seen: expect.stringContaining('10.0.0.99') as string,
    });
    expect(judgeAgreement(driftedCluster, true).seen).toContain('1 more difference');
    expect(judgeAgreement(agreedCluster, true).is).toBe('met');
    expect(judgeAgreement({ ...agreedCluster, problems: null }, true).is).toBe('unknown');
  });

  it('names Services that are not there', () => {
    expect(judgeServices(driftedCluster, ['test/echo']).is).toBe('met');
    expect(judgeServices(driftedCluster, ['test/echo', 'a/b']).seen).toContain('a/b');
  });
});

describe('the facts of a simulator', () => {
  it('are held against each test; the first that fails is told', () => {
    const facts = { size: 251, isOn: false, mode: 'snat' };
    expect(judgeFacts([{ fact: 'size', atLeast: 200, atMost: 300 }], facts).is).toBe('met');
    expect(judgeFacts([{ fact: 'mode', oneOf: ['dsr', 'hybrid'] }], facts).seen).toBe(
      'mode is snat; it must be dsr or hybrid.',
    );
    expect(judgeFacts([{ fact: 'isOn', is: true, otherwise: 'It is {value}.' }], facts).seen).toBe(
      'It is no.',
    );
    expect(judgeFacts([{ fact: 'mode', atLeast: 1 }], facts).is).toBe('open');
    expect(judgeFacts([{ fact: 'nothing', is: 1 }], facts).is).toBe('unknown');
  });
});

const state = { cluster: driftedCluster, facts: factsUnder, newestBefore: null };
const choices = lessons.flatMap(({ id, task }) =>
  task.goals.flatMap(({ judge }) => (judge.on === 'choice' ? [[id, judge] as const] : [])),
);

describe('a choice', () => {
  it.each(choices)('of %s has one right option, and a reason for each', (_, judge) => {
    const verdicts = judge.options.map(({ id }) =>
      judgeGoal(judge, { ...state, facts: (simulator) => factsUnder(simulator, {}), answer: id }),
    );
    expect(verdicts.filter(({ is }) => is === 'met')).toHaveLength(1);
    expect(new Set(verdicts.map(({ seen }) => seen)).size).toBe(judge.options.length);
  });
});
