import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { problemFixture } from '@/lib/snapshot/problem.fixture';
import { frontendFixture } from '../frontend.fixture';
import { groupWords } from '../group/group-words';
import { blockTotals } from '../group/totals';
import { groupFrontends, owners } from './service-block';
import { MarkTotals } from './totals-text';

const groupsOf = (frontends: Parameters<typeof groupFrontends>[0]) =>
  groupFrontends(frontends, owners(frontends));

test('a Service without backends still says on how many frontends something is wrong', () => {
  const rows = [
    frontendFixture('10.96.0.1', { problems: [problemFixture('missing-row')] }),
    frontendFixture('10.96.0.2', { problems: [problemFixture('no-backends')] }),
  ];
  const [block] = groupsOf(rows)[0]?.blocks ?? [];
  const html = block === undefined ? '' : renderToStaticMarkup(<MarkTotals totals={blockTotals(block)} />);
  expect(html).toContain('no backends');
  expect(html).toContain('1 frontend on which nodes differ');
  expect(html).toContain('1 frontend with nowhere to send to');
});

test('the head of a folded group counts the frontends it hides, an open one does not', () => {
  const [group] = groupsOf([frontendFixture('10.96.0.1'), frontendFixture('10.96.0.2')]);
  expect(group && [groupWords(group, true), groupWords(group, false)]).toEqual([
    '1 Service, 2 frontends',
    '1 Service',
  ]);
});
