import { expect, test } from 'vitest';
import { toAgentPod } from './to-agent-pod';
import { toEndpointSlice } from './to-endpoint-slice';
import { toNode } from './to-node';
import { toPod } from './to-pod';
import { toService } from './to-service';
import { toWorkload } from './to-workload';

test.each([
  ['node', toNode],
  ['pod', toPod],
  ['agent', toAgentPod],
  ['service', toService],
  ['slice', toEndpointSlice],
  ['workload', toWorkload('DaemonSet')],
] as const)('what is no %s is left out, without an exception', (_kind, reshape) => {
  for (const nonsense of [null, 7, 'x', [], {}, { metadata: {} }, { metadata: { name: 7 } }]) {
    expect(reshape(nonsense)).toBeNull();
  }
});
