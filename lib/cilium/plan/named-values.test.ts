import { expect, it } from 'vitest';
import { knobsOf } from '../settings/knob-catalogue';
import { onAll } from './judged-plan.fixture';
import { makePlan } from './make-plan';
import type { Plan } from './plan';
import { planCluster, vxlan } from './plan-cluster.fixture';

/** Every value that a plan names, but for those that commands repeat. */
function namedValues(plan: Plan): (string | null)[] {
  const written = plan.diff.flatMap(({ kind, lines }) => (kind === 'ConfigMap' ? lines : []));
  return [
    ...plan.changes.flatMap(({ now, to }) => [to, ...now.map(({ value }) => value)]),
    ...plan.rules.flatMap(({ evidence }) => evidence.map(({ value }) => value)),
    ...written.flatMap(({ text, sign }) =>
      sign === 'gap' ? [] : [JSON.parse(text.slice(text.indexOf(': ') + 2)) as string],
    ),
  ];
}

it.each(['1.13.7', '1.17.10', '1.20.0'])(
  'names no value that is not in the configuration, the changes or the defaults of %s',
  (version) => {
    const cluster = planCluster({ version, nodes: 1 });
    const knobs = knobsOf({ major: 1, minor: Number(version.split('.')[1]), patch: 0 });
    const known = [...Object.values(vxlan), ...knobs.map((knob) => knob.default)];
    for (const { key, values = ['true', 'odd value'] } of knobs) {
      for (const to of [...values, null]) {
        const allowed = new Set<string | null>([...known, to]);
        const strange = namedValues(makePlan(onAll({ [key]: to }), cluster)).filter(
          (value) => !allowed.has(value),
        );
        expect(strange, `${key}: ${to}`).toEqual([]);
      }
    }
  },
);
