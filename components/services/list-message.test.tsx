import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ListMessage } from './list-message';
import type { ListState } from './list-state';

const text = (state: Exclude<ListState, { kind: 'rows' }>) =>
  renderToStaticMarkup(
    <ListMessage state={state} onClearFilter={() => undefined} onShowAll={() => undefined} />,
  ).replace(/<[^>]+>/g, ' ');

const problem = {
  code: 'forbidden',
  title: 'Exec is forbidden',
  detail: 'pods/exec',
  hint: 'Ask for it.',
} as const;

test('not asked, nothing there and nothing matching read as three different things', () => {
  expect(text({ kind: 'could-not-ask', problems: [{ node: 'a', problem }] })).toContain('Could not ask.');
  expect(text({ kind: 'no-rows', agents: 2 })).toContain('2 agents answered, with an empty service list');
  const fine = text({ kind: 'no-problems', checked: 18, total: 18, answered: 2, agents: 2 });
  expect(fine).toContain('No problems.');
  expect(fine).toContain('18 frontends were checked');
  expect(fine).not.toContain('filter');
  expect(text({ kind: 'nothing-matches' })).toContain('Clear the filter');
});

test('each agent’s own reason is given, with what to do and the exact message', () => {
  const said = text({ kind: 'could-not-ask', problems: [{ node: 'node-7', problem }] });
  for (const part of ['node-7', 'Exec is forbidden', 'Ask for it.', 'pods/exec'])
    expect(said).toContain(part);
});
