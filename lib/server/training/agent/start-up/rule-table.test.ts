import { expect, it } from 'vitest';
import { everyCase, minorVersions } from '@/lib/cilium/rules/rule-cases/every-case.fixture';
import { caseData, caseRelease, holds } from '@/lib/cilium/rules/rule-cases/rule-case.fixture';
import type { KindTypes } from '../../agent-contract';
import type { CiliumVersion } from '../cilium-version';
import { defaultNodeFacts } from '../node-facts';
import { fatalProblem } from './fatal-problem';

const node = {
  metadata: { name: 'node-1' },
  status: {
    addresses: [{ type: 'InternalIP', address: '192.0.2.11' }],
    nodeInfo: { kernelVersion: '6.8.0-63-generic' },
  },
} as KindTypes['Node'];
const facts = defaultNodeFacts(node, 'node-1');

function release(minor: number): CiliumVersion {
  const numbers = caseRelease(minor);
  return { ...numbers, text: `1.${minor}.${numbers.patch}` };
}

/** What the configuration alone decides, on a node as the training clusters have them. */
const rows = everyCase.flatMap((one) =>
  minorVersions
    .filter((minor) => holds(one, minor) && one.facts === undefined && one.passingFacts === undefined)
    .map((minor) => ({ one, minor, name: `${one.id} in 1.${minor}` })),
);

it.each(rows)('a training agent dies of the rule, or starts: $name', ({ one, minor }) => {
  const death = fatalProblem(caseData(one.violating, minor), release(minor), facts, node);
  const ends = one.verdict === 'fatal' ? one.id : null;
  expect(death?.rule ?? null).toBe(one.behind ?? ends);
  if (one.behind === undefined && ends !== null) expect(death?.message).toBe(one.message);
  expect(fatalProblem(caseData(one.passing, minor), release(minor), facts, node)).toBeNull();
});
