import { describe, expect, test } from 'vitest';
import { refusal } from './refusal.fixture';
import { startedServer } from './started-server.fixture';

const server = startedServer();
const { core } = server;

describe('false answers', () => {
  test.each([401, 403, 429, 500] as const)('%i for a path, as often as wanted', async (code) => {
    server.cluster.faults.api({
      code,
      path: '/api/v1/nodes',
      times: 1,
      retryAfterSeconds: code === 429 ? 7 : undefined,
    });
    const status = await refusal(core().listNode());
    expect(status.code).toBe(code);
    if (code === 429) expect(status.headers['retry-after']).toBe('7');
    expect((await core().listNode()).items).toHaveLength(3);
  });
});
