import { startTrainingCluster } from '@/lib/server/training/training-cluster';
import { performance } from 'node:perf_hooks';
export async function measure() {
  const t=performance.now();
  const c = await startTrainingCluster({ scenario: 'large', sizeServices: Number(process.env.S), sizeReplicas: Number(process.env.R) });
  console.error('started', performance.now()-t, process.memoryUsage().rss/1e6);
  const r = await c.api as any;
  console.error(Object.keys(r));
  await c.stop();
  return [];
}
