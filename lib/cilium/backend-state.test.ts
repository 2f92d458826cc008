import { expect, test } from 'vitest';
import { backendStateMeanings, backendStates, takesNewConnections, toBackendState } from './backend-state';

test('every state has one sentence', () => {
  expect(Object.keys(backendStateMeanings).sort()).toEqual([...backendStates].sort());
  for (const sentence of Object.values(backendStateMeanings)) expect(sentence).toMatch(/^[A-Z][^.]+\.$/);
});

test('only what is active, or of an agent that prints no states, takes new connections', () => {
  expect(backendStates.filter(takesNewConnections)).toEqual(['active']);
  expect(takesNewConnections(null)).toBe(true);
  expect(toBackendState('sleeping')).toBeNull();
});
