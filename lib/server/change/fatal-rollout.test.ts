import { afterEach, describe, expect, it } from 'vitest';
import {
  begin,
  cleanUp,
  configOf,
  ended,
  openDesk,
  requestFor,
  startDeskCluster,
} from './change-desk.fixture';

afterEach(cleanUp);

const limitMs = 120_000;

describe('a rollout', () => {
  it(
    'with a value that agents die of is caught, explained by its rule, rolled back and verified',
    async () => {
      const at = await startDeskCluster();
      const before = configOf(at);
      const desk = await openDesk(at, { unchecked: true });
      const { id } = await begin(desk, requestFor(at, { 'bpf-lb-mode': 'dsrr' }));
      const back = await ended(desk, id);
      expect(back.phase).toBe('rolled-back');
      const failed = back.nodes.find(({ failure }) => failure !== null);
      expect(failed?.failure?.line).toContain('level=fatal');
      const [fatal] = at.collector.plan({ changes: { 'bpf-lb-mode': 'dsrr' }, nodes: null }).rules;
      expect(fatal?.verdict).toBe('fatal');
      expect(failed?.failure?.ruleId).toBe(fatal?.id);
      expect(failed?.log.length).toBeGreaterThan(0);
      expect(back.problem?.detail).toContain('level=fatal');
      expect(back.nodes.every(({ state }) => state === 'reverted')).toBe(true);
      expect(configOf(at)).toEqual(before);
      for (const { node } of back.nodes) {
        const raw = await at.collector.raw(node, 'status', AbortSignal.timeout(10_000));
        expect(raw?.stdout).toMatch(/Mode:\s+SNAT/);
      }
    },
    limitMs,
  );
});
