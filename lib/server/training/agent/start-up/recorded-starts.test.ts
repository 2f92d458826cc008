import { describe, expect, it } from 'vitest';
import type { RecordedStart } from '@/lib/cilium/rules/recorded-starts.fixture';
import { recordedStarts, recordedStartsAreHere } from '@/lib/cilium/rules/recorded-starts.fixture';
import type { KindTypes, RunningAgent } from '../../agent-contract';
import { createAgentFactory } from '../create-agent';
import { agentStart } from '../random-cluster.fixture';

/** The recording machine as a node: outside of Kubernetes it has no InternalIP. */
const node = { metadata: { name: 'node-b' }, status: { addresses: [] } } as unknown as KindTypes['Node'];

function startLike({ data, facts }: RecordedStart): RunningAgent {
  const { devices, kernel, ephemeralPorts, devicesWithoutXDP, deviceTypes, mounts } = facts;
  if (!devices || !kernel || !ephemeralPorts || !devicesWithoutXDP || !mounts) throw new Error('no facts');
  const factory = createAgentFactory({
    facts: () => ({
      devices: [...devices],
      kernel,
      ephemeralPorts,
      devicesWithoutXDP: [...devicesWithoutXDP],
      deviceTypes,
      mounts,
    }),
  });
  const objects = { services: [], slices: [], pods: [], nodes: [node] };
  const clock = { startedAtMs: 0, nowMs: () => 60_000 };
  return factory(agentStart(objects, 'quay.io/cilium/cilium:v1.21.0', { ...data }, clock));
}

const withoutTime = (line: string): string => line.replace(/^time=\S+ /, '');

if (!recordedStartsAreHere) {
  it.skip('reads ../shared/vectors/agent (absent here)', () => {});
} else {
  const told = recordedStarts();
  const died = told.filter(({ byConfigDir }) => byConfigDir.exitCode !== null);
  const started = told.filter(({ byConfigDir }) => byConfigDir.exitCode === null);

  describe('a training agent of 1.21-dev', () => {
    it.each(died)('dies as the real one, to the letter: $path', (start) => {
      const { byConfigDir } = start;
      const agent = startLike(start);
      expect(agent.api).toBeNull();
      expect(agent.fatal?.exitCode).toBe(byConfigDir.exitCode);
      const last = byConfigDir.fatal ?? byConfigDir.panic;
      if (last === null) return;
      expect(withoutTime(agent.fatal?.line ?? '')).toBe(last);
      expect(agent.logs()).toContain(`${agent.fatal?.line}\n`);
    });

    it.each(started)('starts as the real one: $path', (start) => {
      const agent = startLike(start);
      expect(agent.fatal).toBeNull();
      expect(agent.run(['cilium-dbg', 'status', '--brief'])).toEqual({
        stdout: 'OK\n',
        stderr: '',
        exitCode: 0,
      });
      agent.stop();
    });
  });
}
