import { expect, it } from 'vitest';
import type { AgentStatus } from '../agent-status';
import { fields } from './catalogue';
import { costsOf, costsOfOthers } from './field-entry';
import { tell } from './passage';

const release = { major: 1, minor: 13, patch: 4 };
const statusOf = (mode: string): AgentStatus => ({
  kubeProxyReplacement: { mode: 'Strict', features: { nodePort: { enabled: true, mode } } },
  sections: {},
  lines: {},
  unparsed: [],
});

it('tells of each other value what it alone would cost, and of the value now only among its own', () => {
  const others = costsOfOthers(fields.mode, statusOf('SNAT'), release);
  expect(others.map(({ value }) => value)).toEqual(['dsr', 'hybrid']);
  const now = tell(costsOf(fields.mode, statusOf('SNAT')), release);
  for (const { costs } of others) for (const cost of tell(costs, release)) expect(now).not.toContain(cost);
  expect(costsOfOthers(fields.mode, statusOf('DSR'), release).map(({ value }) => value)).toEqual([
    'snat',
    'hybrid',
  ]);
});

it('tells nothing where the value now is not known', () => {
  const unknown: AgentStatus = {
    kubeProxyReplacement: { mode: 'Strict', features: {} },
    sections: {},
    lines: {},
    unparsed: [],
  };
  expect(costsOfOthers(fields.mode, unknown, release)).toEqual([]);
});
