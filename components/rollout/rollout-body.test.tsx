import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { RolloutView } from '@/lib/snapshot/rollout-view';
import { RolloutBody } from './rollout-body';
import {
  doneFixture,
  failedFixture,
  hundredFixture,
  pausedFixture,
  rolledBackFixture,
  runningFixture,
} from './rollout.fixture';

function html(view: RolloutView) {
  return renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <RolloutBody view={view} />
    </QueryClientProvider>,
  );
}

const text = (view: RolloutView) =>
  html(view)
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

const bar = (view: RolloutView) => /aria-valuetext="([^"]+)"/.exec(html(view))?.[1];

test('a running rollout says how far it is, what is being done, and what it changes', () => {
  const said = text(runningFixture());
  expect(said).toContain('Agents restart with the new values');
  expect(said).toContain('2 nodes report the new values, 1 restarts, 1 waits.');
  expect(said).toContain('bpf-lb-mode from snat → to dsr');
  expect(said).toContain('Counted again when it ends.');
  expect(bar(runningFixture())).toBe('2 of 4 nodes on the new values');
  expect(html(runningFixture())).toMatch(/aria-current="step"[\s\S]*Agent of node-c restarted/);
});

test('a paused one says that nothing more is restarted, and does not read as a running one', () => {
  const said = text(pausedFixture());
  expect(said).toContain('Paused: no further agent is restarted until it is resumed');
  expect(said).not.toContain('Agents restart with the new values');
});

test('a failed agent is shown with its fatal line once, its rule, the reason in full and what to do', () => {
  const said = text(failedFixture());
  for (const part of [
    'Going back by itself to the old values',
    'The agent of node-b could not start with the new values',
    'Its container exited twice with code 1.',
    'Read the fatal line below.',
    'Why node-b failed',
    'Rule B3',
    'It exited twice.',
  ])
    expect(said).toContain(part);
  expect(said.match(/fatal: level=fatal/g)).toHaveLength(1);
  expect(html(failedFixture())).toContain('set=bpf-lb-mode:dsr#rule-B3');
  expect(html(failedFixture())).toContain('/status?field=mode');
});

test('a fatal line that the log does not hold is shown all the same', () => {
  const view = failedFixture();
  const nodes = view.nodes.map((node) => ({ ...node, log: [] }));
  const said = text({ ...view, nodes });
  expect(said).toContain('fatal: level=fatal');
  expect(said).toContain('The log could not be read');
});

test('what a log holds is text, never markup', () => {
  const view = failedFixture();
  const line = '<img src=x onerror=alert(1)>';
  const nodes = view.nodes.map((node) =>
    node.failure === null ? node : { ...node, log: [line], failure: { line, ruleId: null } },
  );
  expect(html({ ...view, nodes })).not.toContain('<img');
  expect(text({ ...view, nodes })).toContain('No rule known here has these words.');
});

test('a rolled-back one tells nodes that came back from those never touched', () => {
  const said = text(rolledBackFixture());
  expect(said).toContain('Stopped and rolled back: the old values hold again');
  expect(said).toContain('2 nodes are back on the old values, 2 were not touched.');
  expect(said).toContain('As many as before.');
  expect(bar(rolledBackFixture())).toBe('4 of 4 nodes on the old values');
});

test('a rollback that a person asked for is not told as a failure', () => {
  const view = { ...rolledBackFixture(), problem: null };
  expect(text(view)).toContain('Rolled back, as asked');
});

test('a done one says so of every agent, with the problems before and after', () => {
  const said = text(doneFixture());
  expect(said).toContain('Done: every agent reports the new values');
  expect(said).toContain('2 fewer than before.');
  expect(bar(doneFixture())).toBe('4 of 4 nodes on the new values');
  expect(said).not.toContain('failed');
});

test('a hundred nodes are a hundred rows and a hundred segments, in one order', () => {
  const markup = html(hundredFixture());
  expect(bar(hundredFixture())).toBe('40 of 100 nodes on the new values');
  const rows = [...markup.matchAll(/href="\/nodes\/(node-\d{3})"/g)].map(([, node]) => node);
  expect(rows).toEqual(hundredFixture().nodes.map(({ node }) => node));
  expect(markup.match(/<i title="node-\d{3}: /g)).toHaveLength(100);
});

test('what no agent prints is not said to be reported', () => {
  const done = doneFixture();
  const silent = done.nodes.map((node) => ({ ...node, realised: [{ key: 'bpf-lb-mode', value: null }] }));
  const said = text({ ...done, nodes: silent });
  expect(said).toContain('Done: every agent has started again with the new values');
  expect(said).toContain('This version prints nothing of bpf-lb-mode');
  expect(said).not.toContain('4 nodes report the new values');
});
