import { describe, expect, test } from 'vitest';
import type { BackendState } from '../backend';
import type { ExpectedBackend } from '../expected-frontends/expected-frontend';
import type { PrintedRow } from './compare-row';
import { compareRow } from './compare-row';
import { severityOf } from './severity';

function wanted(...backends: [ip: string, state: BackendState][]) {
  return {
    type: 'ClusterIP' as const,
    backends: backends.map(([ip, state]): ExpectedBackend => ({
      ...{ ip, port: 80, protocol: 'TCP', scope: 'external', state },
      ...{ weight: 100, nodeName: null, zone: null },
    })),
  };
}

function printed(...backends: [ip: string, state: BackendState | null][]): PrintedRow {
  return {
    type: 'ClusterIP',
    backends: backends.map(([ip, state]) => ({ ip, port: 80, protocol: 'TCP', state })),
  };
}

const both = wanted(['10.0.0.1', 'active'], ['10.0.0.2', 'active']);

function found(...given: Parameters<typeof compareRow>) {
  return compareRow(...given).map((difference) => [
    difference.kind,
    'backend' in difference ? difference.backend.ip : null,
    severityOf(difference),
  ]);
}

describe('nothing differs', () => {
  test('with the same backends, in whatever order', () => {
    expect(found(printed(['10.0.0.2', 'active'], ['10.0.0.1', 'active']), both)).toEqual([]);
  });
  test('where the agent prints no states', () => {
    expect(found(printed(['10.0.0.1', null], ['10.0.0.2', null]), both)).toEqual([]);
  });
  test('where neither side has the row', () => {
    expect(found(null, null)).toEqual([]);
  });
  test('in backends, where it is not known which there must be', () => {
    expect(found(printed(['10.0.0.9', 'active']), both, false)).toEqual([]);
  });
});

describe('a difference, and what it does to traffic', () => {
  test('a backend left over takes new connections, or none', () => {
    const row = (state: BackendState | null) =>
      printed(['10.0.0.1', 'active'], ['10.0.0.2', 'active'], ['10.0.0.9', state]);
    expect(found(row('active'), both)).toEqual([['leftover-backend', '10.0.0.9', 'critical']]);
    expect(found(row(null), both)).toEqual([['leftover-backend', '10.0.0.9', 'critical']]);
    expect(found(row('terminating'), both)).toEqual([['leftover-backend', '10.0.0.9', 'low']]);
  });
  test('a missing backend is graver where it was the last one', () => {
    expect(found(printed(['10.0.0.1', 'active']), both)).toEqual([['missing-backend', '10.0.0.2', 'medium']]);
    expect(found(printed(), wanted(['10.0.0.1', 'active']))).toEqual([
      ['missing-backend', '10.0.0.1', 'high'],
    ]);
    expect(found(printed(['10.0.0.1', 'terminating']), both)).toEqual([
      ['wrong-state', '10.0.0.1', 'high'],
      ['missing-backend', '10.0.0.2', 'high'],
    ]);
  });
  test.each([
    ['active', 'terminating-not-serving', 'critical'],
    ['active', 'maintenance', 'critical'],
    ['active', 'terminating', 'medium'],
    ['maintenance', 'active', 'medium'],
    ['terminating', 'maintenance', 'low'],
  ] as const)('%s instead of %s is %s', (state, should, severity) => {
    const row = printed(['10.0.0.1', 'active'], ['10.0.0.2', state]);
    expect(found(row, wanted(['10.0.0.1', 'active'], ['10.0.0.2', should]))).toEqual([
      ['wrong-state', '10.0.0.2', severity],
    ]);
  });
  test('quarantined is the agent’s own finding', () => {
    expect(found(printed(['10.0.0.1', 'quarantined'], ['10.0.0.2', 'active']), both)).toEqual([
      ['quarantined-backend', '10.0.0.1', 'medium'],
    ]);
  });
  test('rows missing and left over', () => {
    expect(found(null, both)).toEqual([['missing-row', null, 'high']]);
    expect(found(printed(['10.0.0.1', 'active']), null)).toEqual([['leftover-row', null, 'medium']]);
    expect(found(printed(), null)).toEqual([['leftover-row', null, 'low']]);
    expect(found(null, both, false)).toEqual([['missing-row', null, 'high']]);
  });
  test('another type, with the same backends', () => {
    const row = printed(['10.0.0.1', 'active'], ['10.0.0.2', 'active']);
    expect(found({ ...row, type: 'LoadBalancer' }, both)).toEqual([['wrong-type', null, 'low']]);
    expect(found({ ...row, type: null }, both)).toEqual([]);
  });
});
