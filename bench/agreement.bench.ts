import { setTimeout as sleep } from 'node:timers/promises';
import type { AgreementView } from '@/lib/snapshot/agreement-view';
import type { Product } from '@/e2e/product';
import { startProduct } from '@/e2e/product';
import { agentMiB } from './agreement/agent-memory';
import { cpuMsOf, peakMiBOf, residentMiBOf } from './agreement/process-figures';
import type { Figure } from './figure';
import { atMost, told } from './figure';

const intervalMs = 20_000;
/** 10,000 frontends with 100,000 backend slots on 100 nodes, as the scenario `large` makes them of these. */
const size = {
  sizeNodes: 100,
  sizeServices: 8_100,
  sizeReplicas: 9.9,
  sweepInterval: `${intervalMs / 1_000}s`,
};
const patienceMs = 600_000;
const pollMs = 1_000;
const unchangedSweeps = 3;

async function agreementOf({ url }: Product): Promise<AgreementView> {
  const answer = await fetch(`${url}/api/v1/agreement`);
  return (await answer.json()) as AgreementView;
}

async function until(
  what: string,
  product: Product,
  test: (view: AgreementView) => boolean,
): Promise<AgreementView> {
  for (const endMs = Date.now() + patienceMs; Date.now() < endMs; await sleep(pollMs)) {
    const view = await agreementOf(product);
    if (test(view)) return view;
  }
  throw new Error(`not within ${patienceMs / 1_000} s: ${what}`);
}

/** The CPU time of one sweep in which nothing changes, on average over some. */
async function unchangedSweepMs({ pid }: Product): Promise<number> {
  const startCpuMs = cpuMsOf(pid);
  await sleep(unchangedSweeps * intervalMs);
  return (cpuMsOf(pid) - startCpuMs) / unchangedSweeps;
}

/** The CPU time of the sweep after everything changed: until each agent was asked again, less the sweeps around it. */
async function changedSweepMs(product: Product, unchangedMs: number): Promise<number> {
  const startCpuMs = cpuMsOf(product.pid);
  const startMs = Date.now();
  changeEveryService(product);
  await until('a sweep', product, ({ checkedAt }) => Date.parse(checkedAt ?? '') >= startMs);
  const otherSweeps = Math.max(0, (Date.now() - startMs) / intervalMs - 1);
  return cpuMsOf(product.pid) - startCpuMs - otherSweeps * unchangedMs;
}

/** Lets the first endpoint of every Service begin to terminate: every agent's table changes in nearly every row. */
function changeEveryService({ cluster }: Product): void {
  for (const { metadata, endpoints = [] } of cluster.api.list('EndpointSlice')) {
    const [first, ...others] = endpoints;
    if (first === undefined || metadata.name === undefined) continue;
    const leaving = { ...first, conditions: { ready: false, serving: true, terminating: true } };
    cluster.api.patch('EndpointSlice', metadata.name, metadata.namespace, {
      endpoints: [leaving, ...others],
    });
  }
}

/** What it costs the server that a hundred agents agree: memory, and CPU time where nothing changes. */
export async function measure(): Promise<Figure[]> {
  const eachMiB = agentMiB();
  const product = await startProduct('large', size);
  try {
    const { agents, frontends } = await until(
      'every agent compared',
      product,
      (view) => view.agents.total === size.sizeNodes && view.agents.judged === size.sizeNodes,
    );
    await sleep(intervalMs);
    const unchangedMs = await unchangedSweepMs(product);
    const restingMiB = residentMiBOf(product.pid);
    const peakMiB = peakMiBOf(product.pid);
    const { problemCount } = await agreementOf(product);
    const changedMs = await changedSweepMs(product, unchangedMs);
    console.error(`agreement: ${frontends.total} frontends, ${agents.judged} agents`);
    return [
      told('agreement/frontends', frontends.total, 'frontends'),
      atMost('agreement/problems-where-all-agree', problemCount, 'problems', 0),
      told('agreement/resident', restingMiB, 'MiB'),
      atMost('agreement/peak-resident', peakMiB, 'MiB', 1_024),
      told('agreement/peak-after-everything-changed', peakMiBOf(product.pid), 'MiB'),
      atMost('agreement/each-further-agent', eachMiB, 'MiB', 1),
      told('agreement/sweep-changed', changedMs / 1_000, 's of CPU'),
      told('agreement/sweep-unchanged', unchangedMs / 1_000, 's of CPU'),
      atMost('agreement/unchanged-to-changed', unchangedMs / changedMs, 'ratio', 0.1),
    ];
  } finally {
    await product.stop();
  }
}
