import { expect, test } from 'vitest';
import { exportFileName } from './file-name';

test('a file is named by source, view and time, in characters that every system takes', () => {
  const at = '2026-01-31T08:14:02.123Z';
  expect(exportFileName({ source: 'Training cluster: article', exportedAt: at }, 'services', 'csv')).toBe(
    'kpr-explorer_training-cluster-article_services_20260131T081402Z.csv',
  );
  expect(exportFileName({ source: '../../\u0000', exportedAt: at }, 'agreement', 'md')).toBe(
    'kpr-explorer_cluster_agreement_20260131T081402Z.md',
  );
});
