import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { offeredActions, RolloutActions } from './rollout-actions';
import { actionWords } from './rollout-words';
import {
  doneFixture,
  failedFixture,
  pausedFixture,
  rolledBackFixture,
  runningFixture,
} from './rollout.fixture';

const offered = (view: Parameters<typeof offeredActions>[0]) =>
  offeredActions(view).map(({ action, possible }) => `${action}${possible ? '' : ' (not now)'}`);

test('while it runs every action keeps its place, and what the server does not take is blocked', () => {
  expect(offered(runningFixture())).toEqual(['pause', 'rollback', 'abort']);
  expect(offered(pausedFixture())).toEqual(['resume', 'rollback', 'abort']);
  expect(offered(failedFixture())).toEqual(['pause (not now)', 'rollback (not now)', 'abort']);
  const markup = renderToStaticMarkup(
    <QueryClientProvider client={new QueryClient()}>
      <RolloutActions view={failedFixture()} />
    </QueryClientProvider>,
  );
  expect(markup.match(/<button[^>]* disabled=""/g)).toHaveLength(2);
});

test('after it ended only what there still is', () => {
  expect(offered(doneFixture())).toEqual(['rollback']);
  expect(offered(rolledBackFixture())).toEqual([]);
});

test('the words of an action say what it writes and which way it goes on', () => {
  expect(actionWords(pausedFixture(), 'resume').what).toContain('the new values');
  expect(actionWords(failedFixture(), 'resume').what).toContain('the old values');
  expect(actionWords(runningFixture(), 'rollback').what).toContain('ConfigMap');
  expect(actionWords(runningFixture({ chosenNodes: ['node-a'] }), 'abort').what).toContain(
    'CiliumNodeConfig',
  );
});
