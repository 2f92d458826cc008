import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseAgentVersion } from '@/lib/cilium/agent-version';
import type { RuleVerdict } from '@/lib/cilium/rules/judge-rules';
import { rulesOf } from '@/lib/cilium/rules/rules';
import type { Plan } from '@/lib/cilium/plan/plan';
import { planWorld } from './planned-world.fixture';
import { randomWorld } from './random-world.fixture';

const runs = 10_000;

/** What a plan says of the rules of a verdict on a node. */
function said({ rules }: Plan, node: string, verdict: RuleVerdict): Plan['rules'] {
  return rules.filter((rule) => rule.verdict === verdict && rule.nodes.includes(node));
}

function formsOf(id: string, text: string): number {
  const version = parseAgentVersion(text);
  return version === null ? 0 : rulesOf(version).filter((rule) => rule.id === id).length;
}

/**
 * Each cluster is planned for through what the server plans with, the plan is written into its objects, and each
 * agent concerned starts as a training agent does: with what it finds there, its own version and its own node.
 */
it(`over ${runs} random clusters, an agent dies if its plan says so, of what it says, or of what it cannot know`, () => {
  const tally = { applicable: 0, refused: 0, startedApplied: 0, diedUnknown: 0 };
  const diedOf = new Set<string>();
  fc.assert(
    fc.property(randomWorld, (world) => {
      const { plan, deaths } = planWorld(world);
      const fatal = plan.rules.filter(({ verdict }) => verdict === 'fatal');
      if (plan.applicable) {
        tally.applicable += 1;
        expect(fatal).toEqual([]);
      } else if (fatal.length > 0) tally.refused += 1;
      else {
        const isUnsoundCanary = plan.nodes !== null && !plan.canary.possible;
        expect(plan.refused.length > 0 || plan.changes.length === 0 || isUnsoundCanary).toBe(true);
      }
      for (const [node, death] of deaths) {
        const ofNode = said(plan, node, 'fatal');
        if (death === null) {
          // None that it refuses would have started.
          expect(ofNode).toEqual([]);
          if (plan.applicable) tally.startedApplied += 1;
          continue;
        }
        diedOf.add(death.rule);
        // What the plan could not know of this very rule, it said so.
        if (said(plan, node, 'unknown').some(({ id }) => id === death.rule)) {
          tally.diedUnknown += 1;
          continue;
        }
        // None that passes makes an agent die, and one that does not names what it dies of, in its words.
        const first = ofNode.filter(({ hiddenBehind }) => hiddenBehind === null);
        expect(first.map(({ id }) => id)).toEqual([death.rule]);
        // Of a rule with several forms, one that cannot be known may speak before the one that is.
        const random = world.nodes[Number(node.replace('node-', '')) - 1];
        const isTold = random !== undefined && Object.values(random.known).every(Boolean);
        if (isTold || formsOf(death.rule, random?.version ?? '') === 1)
          expect(death.line).toContain(JSON.stringify(first[0]?.message).slice(1, -1));
      }
    }),
    { numRuns: runs, seed: 6 },
  );
  // The clusters are no trivial ones: plans of both kinds, deaths of most rules, and few that nobody could tell.
  expect(tally.applicable).toBeGreaterThan(runs / 4);
  expect(tally.refused).toBeGreaterThan(runs / 4);
  expect(tally.startedApplied).toBeGreaterThan(runs / 4);
  expect(tally.diedUnknown).toBeLessThan(tally.refused);
  expect(diedOf.size).toBeGreaterThan(40);
  // Some 20 s where nothing else runs.
}, 600_000);
