import { expect, it } from 'vitest';
import { makePlan } from './make-plan';
import { planCluster } from './plan-cluster.fixture';
import { mainWayOut, waysOut } from './ways-out';

it.each(['1.14.17', '1.15.15', '1.17.10', '1.18.2', '1.20.0'])(
  'ends every fatal DSR rule of %s',
  (version) => {
    const cluster = planCluster({ version });
    for (const dispatch of ['opt', 'geneve']) {
      const changes = { 'bpf-lb-mode': 'dsr', 'bpf-lb-dsr-dispatch': dispatch };
      const fatal = makePlan({ changes, nodes: null }, cluster).rules.filter(
        ({ verdict }) => verdict === 'fatal',
      );
      expect(fatal.length).toBeGreaterThan(0);
      for (const rule of fatal) {
        const ways = waysOut(rule, changes);
        expect(ways.map(({ title }) => title)).toContain('Leave out forwarding mode');
        const byGeneve = ways.find(({ title }) => title.startsWith('Geneve'));
        const plan = makePlan({ changes: byGeneve?.changes ?? {}, nodes: null }, cluster);
        expect(plan.applicable).toBe(true);
      }
    }
  },
);

it('offers to leave out the one change that solves most, and leaves the others', () => {
  const changes = { 'bpf-lb-algorithm': 'maglev', 'bpf-lb-mode': 'dsr', 'bpf-lb-acceleration': 'native' };
  const { rules } = makePlan({ changes, nodes: null }, planCluster());
  const way = mainWayOut(rules, changes);
  expect(way?.title).toBe('Leave out forwarding mode');
  expect(way?.changes).toEqual({ 'bpf-lb-algorithm': 'maglev', 'bpf-lb-acceleration': 'native' });
  expect(makePlan({ changes: way?.changes ?? {}, nodes: null }, planCluster()).applicable).toBe(true);
});

it('offers none where nothing is fatal, or nothing would be left', () => {
  const passing = { 'bpf-lb-algorithm': 'maglev', 'bpf-lb-acceleration': 'best-effort' };
  expect(mainWayOut(makePlan({ changes: passing, nodes: null }, planCluster()).rules, passing)).toBeNull();
  const alone = { 'bpf-lb-mode': 'dsr' };
  expect(mainWayOut(makePlan({ changes: alone, nodes: null }, planCluster()).rules, alone)).toBeNull();
});
