import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { backendStateMeanings, backendStates } from '@/lib/cilium/backend-state';
import { StateMark } from './state-mark';

test.each(backendStates)('the tooltip of %s says what the state means for traffic', (state) => {
  const drawn = renderToStaticMarkup(<StateMark mark={state} />);
  expect(drawn).toMatch(/aria-label="[^".]+"/);
  expect(drawn).toContain(backendStateMeanings[state]);
});

test('a label given replaces the tooltip, and none is drawn beside a word', () => {
  expect(renderToStaticMarkup(<StateMark mark="active" label="in the API only" />)).toContain(
    '<title>in the API only</title>',
  );
  expect(renderToStaticMarkup(<StateMark mark="active" label={null} />)).not.toContain('<title>');
});
