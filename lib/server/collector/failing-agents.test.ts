import { afterEach, describe, expect, test } from 'vitest';
import { rowOf, settled, start, stopAll, until } from './shop-collector.fixture';

afterEach(stopAll);

describe('agents that fail', () => {
  test('one silent, one with half a table: the others stay live, those two stale with the reason, and recover', async () => {
    const { cluster, collector } = await start();
    await settled(collector);
    cluster.faults.agent('node-1', { kind: 'silent' });
    cluster.faults.agent('node-2', { kind: 'half-table' });
    const answer = (node: string) => collector.agent(node)?.answers['service-list'];
    await until('both stale', () => Boolean(answer('node-1')?.stale && answer('node-2')?.stale));
    expect(['timed-out']).toContain(answer('node-1')?.problem?.code);
    expect(answer('node-2')?.problem?.code).toBe('half-answer');
    const since = Date.now();
    await until('others answered anew', () =>
      ['node-0', 'node-3'].every((node) => Date.parse(answer(node)?.answeredTimestamp ?? '') > since),
    );
    expect(rowOf(collector, 'shop/web')?.nodes).toHaveLength(4);
    expect(rowOf(collector, 'shop/web')?.problems).toEqual([]);
    cluster.faults.clear();
    await until('recovered', () => answer('node-1')?.problem === null && answer('node-2')?.problem === null);
    expect(answer('node-1')?.stale).toBe(false);
  });

  test.each([
    [{ kind: 'dies-in-the-middle' }, 'half-answer'],
    [{ kind: 'hangs' }, 'timed-out'],
    [{ kind: 'no-such-binary' }, 'no-such-binary'],
    [{ kind: 'half-table', ends: 'success' }, 'half-answer'],
  ] as const)('%o is told as %s, and the last value stays', async (fault, code) => {
    const { cluster, collector } = await start({ nodes: 2 });
    await settled(collector);
    cluster.faults.agent('node-1', fault);
    const answer = () => collector.agent('node-1')?.answers['service-list'];
    await until(code, () => answer()?.problem?.code === code);
    expect(answer()).toMatchObject({ stale: true });
    expect(collector.agent('node-1')?.frontendCount).toBeGreaterThan(2);
  });

  test('raw gives the last good answer with the problem of the new one', async () => {
    const { cluster, collector } = await start({ nodes: 2 });
    await settled(collector);
    cluster.faults.agent('node-1', { kind: 'dies-in-the-middle' });
    const { signal } = new AbortController();
    const raw = await collector.raw('node-1', 'service-list', signal);
    expect(raw?.problem?.code).toBe('half-answer');
    expect(raw?.stdout).toContain('Service Type');
  });

  test('a restarted agent is asked anew', async () => {
    const { cluster, collector } = await start({ nodes: 2 });
    await settled(collector);
    const before = collector.agent('node-1')?.pod ?? '';
    cluster.api.remove('Pod', before, 'kube-system');
    await until(
      'another pod answers',
      () => {
        const agent = collector.agent('node-1');
        return (
          agent !== null &&
          agent.pod !== before &&
          agent.answers['service-list'].problem === null &&
          !agent.answers['service-list'].stale
        );
      },
      18_000,
    );
  }, 30_000);
});
