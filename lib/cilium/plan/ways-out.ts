import type { PlannedRule } from './plan';
import type { PlanChanges } from './plan-input';
import { formTitle } from './form-settings';

/** Other changes under which a fatal rule would hold. */
export type WayOut = { title: string; why: string; changes: PlanChanges };

/** Rules that Geneve for tunnel and dispatch satisfies together (cilium-config.md 2.2 B, v1.14 and later). */
const solvedByGeneve = new Set(['B3', 'B5', 'B6', 'B7', 'B8']);
const geneve: PlanChanges = { 'bpf-lb-dsr-dispatch': 'geneve', 'tunnel-protocol': 'geneve' };

/** `Leave out forwarding mode`, `Leave out DSR dispatch`. */
function leaveOut(key: string): string {
  const title = formTitle(key) ?? key;
  return `Leave out ${/^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title}`;
}

/** Gives the ways out of a fatal rule: to leave one of the changes out that it looks at, or what is known to satisfy it. */
export function waysOut({ id, verdict, evidence }: PlannedRule, changes: PlanChanges): WayOut[] {
  if (verdict !== 'fatal') return [];
  const looked = new Set(evidence.map(({ key }) => key));
  const without = Object.keys(changes)
    .filter((key) => looked.has(key))
    .map((key): WayOut => ({
      title: leaveOut(key),
      why: 'The other changes stay.',
      changes: Object.fromEntries(Object.entries(changes).filter(([other]) => other !== key)),
    }));
  const isGeneve = Object.entries(geneve).every(([key, value]) => changes[key] === value);
  if (!solvedByGeneve.has(id) || isGeneve) return without;
  return [
    ...without,
    {
      title: 'Geneve for tunnel and dispatch',
      why: 'In a cluster that tunnels, all traffic between nodes changes with it: plan a window.',
      changes: { ...changes, ...geneve },
    },
  ];
}

/** The one change whose leaving out solves most of the fatal rules, and what is left then; null where none does, or nothing would be left. */
export function mainWayOut(rules: readonly PlannedRule[], changes: PlanChanges): WayOut | null {
  const fatal = rules.filter(({ verdict }) => verdict === 'fatal');
  if (fatal.length === 0 || Object.keys(changes).length < 2) return null;
  const solved = (key: string) =>
    fatal.filter(({ evidence }) => evidence.some((one) => one.key === key)).length;
  const [best] = Object.keys(changes).sort((a, b) => solved(b) - solved(a));
  if (best === undefined || solved(best) === 0) return null;
  return {
    title: leaveOut(best),
    why: 'The other changes stay.',
    changes: Object.fromEntries(Object.entries(changes).filter(([key]) => key !== best)),
  };
}
