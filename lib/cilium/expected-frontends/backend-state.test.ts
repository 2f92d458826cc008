import { describe, expect, it } from 'vitest';
import { backendState } from './backend-state';
import { endpointSlice } from './cluster.fixture';
import type { Version } from './rows-of-version.fixture';
import { before, minorOf, rows, since, versions } from './rows-of-version.fixture';

describe('the state of a backend', () => {
  const state = (
    ready: boolean,
    serving: boolean,
    terminating: boolean,
    version: Version,
    graceful = true,
  ) => {
    const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
    return backendState({ ready, serving, terminating }, { major, minor, patch }, graceful);
  };
  it.each(since(11))('is terminating while it still serves in v%s', (version) => {
    expect(state(false, true, true, version)).toBe('terminating');
  });
  it('was not followed before v1.11, nor up to v1.17 without graceful termination', () => {
    expect(state(false, true, true, '1.10.20')).toBeNull();
    expect(state(false, true, true, '1.16.5', false)).toBeNull();
  });
  it('is terminating-not-serving or maintenance since v1.18.5, and out of the list before', () => {
    for (const version of [...before(18), '1.18.2'] as const) {
      expect(state(false, false, true, version)).toBeNull();
      expect(state(false, false, false, version)).toBeNull();
    }
    for (const version of ['1.18.6', ...since(19)] as const) {
      expect(state(false, false, true, version)).toBe('terminating-not-serving');
      expect(state(false, true, false, version)).toBe('maintenance');
    }
  });
  it.each(versions)(
    'is active whenever it is ready in v%s: publishNotReadyAddresses says so through it',
    (version) => {
      expect(state(true, false, true, version)).toBe('active');
      expect(backendState({}, { major: 1, minor: minorOf(version), patch: 0 }, true)).toBe('active');
    },
  );
  it('is maintenance for an EndpointSlice of weight 0 since v1.20', () => {
    const endpointSlices = [endpointSlice({ annotations: { 'service.cilium.io/weight': '0' } })];
    expect(rows('1.19.1', { endpointSlices })[0]).not.toContain('maintenance');
    expect(rows('1.20.1', { endpointSlices })[0]).toContain('10.0.2.2:8080/TCP (maintenance)');
  });
});
