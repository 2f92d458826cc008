import { describe, expect, it } from 'vitest';
import type { AgentStatus } from '@/lib/cilium/agent-status';
import { keptStatus } from './kept-status';

const controller = (name: string, consecutiveFailures: number) => ({ name, consecutiveFailures });

const status: AgentStatus = {
  controllers: {
    healthy: 2,
    total: 4,
    items: [controller('a', 0), controller('b', 3), controller('c', 0), controller('d', 1)],
  },
  sections: {},
  lines: {
    controllers: 9,
    'controllers.items.0': 10,
    'controllers.items.1': 11,
    'controllers.items.2': 12,
    'controllers.items.3': 13,
  },
  unparsed: [],
};

describe('what is kept of a status', () => {
  it('names the controllers that fail, each with its line, and counts all', () => {
    const kept = keptStatus(status);
    expect(kept.controllers).toMatchObject({ healthy: 2, total: 4 });
    expect(kept.controllers?.items?.map(({ name }) => name)).toEqual(['b', 'd']);
    expect(kept.lines).toEqual({ controllers: 9, 'controllers.items.0': 11, 'controllers.items.1': 13 });
  });

  it('bounds the lines that were not understood', () => {
    const unparsed = Array.from({ length: 300 }, (_, line) => ({ line, text: 'x'.repeat(2_000) }));
    const kept = keptStatus({ ...status, unparsed: unparsed.map((one) => ({ ...one, reason: 'unknown' })) });
    expect(kept.unparsed).toHaveLength(100);
    expect(kept.unparsed[0]?.text).toHaveLength(500);
  });
});
