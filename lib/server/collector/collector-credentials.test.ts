import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { tokenOf } from '@/lib/server/kube/shop-cluster.fixture';
import { settled, start, stopAll, until } from './shop-collector.fixture';

afterEach(stopAll);

describe('permissions and credentials', () => {
  test('who may not exec sees the agents, each with the reason why it is silent', async () => {
    const { collector } = await start({ nodes: 2, as: 'viewer' });
    await until('asked', () => collector.ready() && collector.agents().items.length === 2);
    for (const { answers } of collector.agents().items) {
      expect(answers['service-list'].problem).toMatchObject({ code: 'forbidden' });
      expect(answers['service-list'].answeredTimestamp).toBeNull();
    }
    expect(collector.source().problem).toBeNull();
  });

  test('who may do nothing is told so, and nothing looks empty', async () => {
    const { collector } = await start({ nodes: 2, as: 'nobody' });
    await until('told', () => collector.source().problem !== null);
    expect(collector.source().problem).toMatchObject({ code: 'forbidden', title: 'Forbidden' });
    expect(collector.agents().facts).toMatchObject({ agents: null, nodes: null, pods: null, services: null });
    expect(collector.ready()).toBe(true);
  });

  test('without Services the rows stand unnamed, and the page says why', async () => {
    const { cluster, collector } = await start({ nodes: 2 });
    cluster.faults.api({ code: 403, path: '/api/v1/services' });
    cluster.faults.dropWatches();
    await until('told', () => collector.source().problem !== null);
    expect(collector.source().problem).toMatchObject({ code: 'forbidden', title: 'Some names are missing' });
    expect(collector.agents().items.every(({ answers }) => answers['service-list'].problem === null)).toBe(
      true,
    );
  });

  test('goes on when every token was rotated', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'collector-'));
    const path = join(directory, 'token');
    // The token is only known once the cluster runs; the file is read with the first request.
    writeFileSync(path, '');
    const { cluster, collector } = await start({ nodes: 2, user: { tokenFile: path } });
    writeFileSync(path, tokenOf(cluster, 'admin'));
    await settled(collector);
    cluster.faults.rotateTokens();
    writeFileSync(path, tokenOf(cluster, 'admin'));
    cluster.faults.dropWatches();
    const sinceMs = Date.now();
    await until('answered anew', () =>
      collector
        .agents()
        .items.every(
          ({ answers }) =>
            answers['service-list'].problem === null &&
            Date.parse(answers['service-list'].answeredTimestamp ?? '') > sinceMs,
        ),
    );
    expect(collector.source().problem).toBeNull();
    rmSync(directory, { recursive: true });
  });
});
