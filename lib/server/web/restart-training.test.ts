import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Collector } from '@/lib/server/collector/collector';
import { HttpProblem } from './problem/problem-response';
import { restartTraining, trainingViewOf } from './restart-training';
import { setRuntime, type Runtime, type TrainingControl } from './runtime';

/** A collector of which only the source is asked. */
function collectorOf(scenario: string | null, readOnly = false): Collector {
  return { source: () => ({ scenario, readOnly }) } as Partial<Record<keyof Collector, unknown>> as Collector;
}

const scenarios = [{ name: 'drift', title: 'Drift', description: 'Two differ.' }];
const control = (restart: TrainingControl['restart']): TrainingControl => ({ scenarios, restart });

afterEach(() => setRuntime(null));

async function statusOf(runtime: Pick<Runtime, 'collector' | 'training'>, scenario: string): Promise<number> {
  const error: unknown = await restartTraining(runtime, scenario).catch((thrown: unknown) => thrown);
  return error instanceof HttpProblem ? error.document('/').status : 200;
}

describe('beginning a training cluster anew', () => {
  it('is refused where no training cluster is looked at, and where changes are off', async () => {
    const restart = vi.fn(async () => 'restarted' as const);
    expect(await statusOf({ collector: collectorOf(null), training: null }, 'drift')).toBe(403);
    const readOnly = { collector: collectorOf('drift', true), training: control(restart) };
    expect(await statusOf(readOnly, 'drift')).toBe(403);
    expect(trainingViewOf(readOnly)).toMatchObject({ scenario: 'drift', mayRestart: false });
    expect(restart).not.toHaveBeenCalled();
  });

  it('is refused for a name that is none, and while another is being begun', async () => {
    const busy = { collector: collectorOf('drift'), training: control(async () => 'busy') };
    expect(await statusOf(busy, '../etc')).toBe(400);
    expect(await statusOf(busy, 'drift')).toBe(409);
  });

  it('answers with what is looked at then', async () => {
    const restart = vi.fn(async () => {
      setRuntime({ collector: collectorOf('drift') } as Partial<Runtime> as Runtime);
      return 'restarted' as const;
    });
    const before = { collector: collectorOf('article'), training: control(restart) };
    expect(await restartTraining(before, 'drift')).toMatchObject({ scenario: 'drift' });
    expect(restart).toHaveBeenCalledWith('drift');
  });
});
